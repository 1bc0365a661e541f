using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Goes through a page with the Tab key alone, as someone without a pointer does.</summary>
internal static class TabWalk
{
    /// <summary>More than any page has; who gets as far is caught.</summary>
    private const int Most = 500;

    /// <summary>Tells what is wrong with the element that has the focus; null where nothing is.</summary>
    private const string Look =
        """
        () => {
          const element = document.activeElement;
          if (element === document.body) return null;
          const name = `${element.tagName} ${element.getAttribute('class') ?? ''} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}`;
          if (element.tagName === 'IFRAME') return [name, ''];
          const drawn = () => [element, ...element.querySelectorAll('rect, circle, path')].slice(0, 8).map(part => { const style = getComputedStyle(part); return [style.outlineStyle, style.outlineStyle === 'none' ? '' : style.outlineWidth, style.boxShadow, style.stroke, style.strokeWidth, style.backgroundColor].join(); }).join('|');
          const box = element.getBoundingClientRect();
          const faults = [];
          if (box.bottom <= 0 || box.top >= innerHeight) faults.push('out of sight');
          // WCAG 2.4.11: some of it must be seen. A drawn link is as large as its parts together, which leaves holes.
          const places = [element, ...element.querySelectorAll('*')].slice(0, 12).map(part => part.getBoundingClientRect()).filter(part => part.width > 0)
            .flatMap(part => [[part.x + part.width / 2, part.y + part.height / 2], [part.x + 2, part.y + 2], [part.right - 2, part.bottom - 2]]);
          if (!places.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (element.contains(top) || top.contains(element) && !top.matches('body, html') || top.closest('label')?.contains(element)); })) faults.push('covered');
          const focused = drawn();
          element.blur();
          if (drawn() === focused) faults.push('focus not seen');
          element.focus({ preventScroll: true });
          return [name, faults.join(', ')];
        }
        """;

    /// <returns>Each stop on the way with its faults, from the first Tab to the end of the page.</returns>
    public static async Task<IReadOnlyList<(string Name, string Faults)>> TakeAsync(IPage page)
    {
        var stops = new List<(string, string)>();
        while (stops.Count < Most)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string[]?>(Look) is not { } stop)
                return stops;
            stops.Add((stop[0], stop[1]));
        }

        throw new InvalidOperationException($"The keyboard is caught: {stops[^1]}.");
    }
}
