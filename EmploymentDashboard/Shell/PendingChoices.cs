namespace EmploymentDashboard.Shell;

/// <summary>
/// What was chosen while the page still answers an earlier choice. The address comes back from the browser a moment after it was
/// asked for; whoever chooses meanwhile means what they see in the controls, so the next choice builds on the latest one.
/// </summary>
/// <typeparam name="T">All that the address holds.</typeparam>
public sealed class PendingChoices<T>
    where T : class
{
    private readonly List<(T Choice, string Address)> _asked = [];
    private string? _arrived;

    /// <summary>The last choice whose address has not come back; null where there is none.</summary>
    public T? Latest => _asked.Count == 0 ? null : _asked[^1].Choice;

    /// <param name="address">The absolute address of the choice.</param>
    public void Add(T choice, Uri address) => _asked.Add((choice, address.AbsoluteUri));

    /// <summary>An address has come: of a choice, of a link, or once more the one that came last.</summary>
    /// <returns>Whether to show it; not where a later choice follows.</returns>
    public bool Arrive(Uri address)
    {
        var arrived = address.AbsoluteUri;
        if (arrived == _arrived && _asked.TrueForAll(choice => choice.Address != arrived))
            return _asked.Count == 0;

        _arrived = arrived;
        // A link that was followed meanwhile is of no choice.
        _asked.RemoveRange(0, _asked.FindIndex(choice => choice.Address == arrived) is var index and >= 0 ? index + 1 : _asked.Count);
        return _asked.Count == 0;
    }
}
