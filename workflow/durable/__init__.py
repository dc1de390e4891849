"""Work that outlives its process: the port the services know, the engine behind it, who leads, which workers live."""
