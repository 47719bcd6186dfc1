"""Where the program begins: ``symptrack``, ``python -m symptrack`` and ``main.py``."""

import gc


def main() -> None:
    """Load the program and run it."""
    # Nothing of that is garbage; it would be walked through more than forty times.
    gc.disable()
    from symptrack import app

    app.main()


if __name__ == "__main__":
    main()
