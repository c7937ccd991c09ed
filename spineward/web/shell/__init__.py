"""What every page shares: the frame, the words, the pictures, the locks on the door."""
