"""`python -m desktop`: the command line, or the window when no command is given."""

from desktop.cli import main

if __name__ == "__main__":
    main()
