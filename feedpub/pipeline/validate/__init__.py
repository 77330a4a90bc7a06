"""What is to be validated is gathered, brought before the rules, and handed on feed by feed."""
