"""``python -m symptrack`` is the same program as ``symptrack``."""

from symptrack.app import main

if __name__ == "__main__":
    main()
