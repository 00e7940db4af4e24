"""What a voice consists of: its units and their words, and what makes a recording fit for a hall.

The display speaks with it, ``denluot voice`` writes scripts and takes recordings in with it.
"""
