namespace EmploymentDashboard.Audit;

/// <summary>Something that someone did.</summary>
/// <param name="Actor">The user's name, cli:… for someone on the command line, or the name of the part of the program that did it.</param>
/// <param name="Subject">What it was done to: a user, a batch, a file, a bulletin.</param>
/// <param name="Detail">What else should be known, in a few words of no language; may be empty.</param>
/// <param name="Client">The network address that it came from, where one is known.</param>
public sealed record AuditEvent(AuditKind Kind, string Actor, string Subject = "", string Detail = "", string Client = "");

/// <summary>An event as it stands in the trail.</summary>
/// <param name="Id">1, 2, 3, … without a gap.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, AuditEvent Event);
