using System.Xml;

namespace Creative.Core.Scenes;

/// <summary>Groups of one SVG document: one for each run of nodes of one role, with the role as its id.</summary>
/// <param name="named">Writes more attributes of a group, from its role and how many groups of it there are by now; null: none.</param>
internal sealed class SvgGroups(XmlWriter xml, Action<string, int>? named = null)
{
    private readonly Dictionary<string, int> _roles = new(StringComparer.Ordinal);
    private string? _role;

    /// <summary>Goes on in the group of a role, or ends the group before and starts one.</summary>
    internal void Enter(string role)
    {
        if (role == _role)
        {
            return;
        }

        Leave();
        _role = role;
        var count = _roles[role] = _roles.GetValueOrDefault(role) + 1;
        xml.WriteStartElement("g", SvgWriter.Namespace);
        xml.WriteAttributeString("id", count == 1 ? role : $"{role}-{count}");
        named?.Invoke(role, count);
    }

    internal void Leave()
    {
        if (_role is not null)
        {
            xml.WriteEndElement();
            _role = null;
        }
    }
}
