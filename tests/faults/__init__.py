"""What the program is put through: deaths, failures and waits at every failpoint, power cuts, full disks, clocks that jump."""
