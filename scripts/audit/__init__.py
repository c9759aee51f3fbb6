"""``make audit``: measures the built site as readers, browsers and inspectors meet it."""
