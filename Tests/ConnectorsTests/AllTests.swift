import Testing

/// Kernels behind pipes and lines, and what is said there.
@Suite enum ConnectorsTests {}
