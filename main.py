"""Start Symptrack from a checkout."""

from symptrack.app import main

if __name__ == "__main__":
    main()
