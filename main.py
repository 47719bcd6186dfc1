"""Start Symptrack from a checkout."""

from symptrack.__main__ import main

if __name__ == "__main__":
    main()
