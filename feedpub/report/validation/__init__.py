"""What `feedpub validate` found, for people and for programs; and what there is to say of a rule."""
