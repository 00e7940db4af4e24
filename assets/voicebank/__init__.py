"""The voice: its units and their texts, and the checks of recordings. The display speaks with it;
``denluot voice`` writes scripts and imports recordings with it.
"""
