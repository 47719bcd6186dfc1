"""What must stay fast, as ratios against floors measured in the same run."""
