"""Pictures of where to click: our own sketches, drawn from a few parts.

``pictures.py`` lists the pictures, ``parts.py`` what they are made of, ``frames.py`` the window and the phone around
them. A page asks for one with ``{{ picture seller-envelope }}`` on a line of its own, under the steps it belongs to.
Everything here is text in, text out; nothing imports MkDocs, and no colour is named: the style sheet has them all
(overrides/assets/stylesheets/parts/pictures.css).
"""
