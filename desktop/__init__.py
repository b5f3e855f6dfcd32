"""War Room: the program that joins the war room to its screen and its paper."""
