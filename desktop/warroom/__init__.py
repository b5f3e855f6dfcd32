"""The product without a screen: records, rules, journal, capture, exchange."""
