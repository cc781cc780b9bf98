"""Scripts that run inside the environments of other libraries; each prints its timings as JSON."""
