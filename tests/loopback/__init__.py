"""A Discord on loopback sockets: REST and gateway for the real client, with programmable faults and strict rules."""
