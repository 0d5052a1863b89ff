//! axe-core on the page that is open: every rule of WCAG up to 2.2 AA, the AAA ones it has, and its best practices.
//!
//! A colour that is still changing is looked at when it has changed. Its own probing makes the console complain, so the console is read before and thrown away after.

use serde_json::Value;

use crate::chromium::Theme;
use crate::environment;
use crate::trouble::Outcome;
use crate::visitor::Visitor;

const RUN: &str = "for (const change of document.getAnimations()) try { change.finish() } catch { change.cancel() }
    const [onlyColours] = arguments;
    const colours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];
    const { violations } = await axe.run(document, {
        runOnly: onlyColours ? { type: 'rule', values: colours } : { type: 'tag', values: tags },
        resultTypes: ['violations'],
    });
    tell(violations.map(({ id, help, nodes }) =>
        `${id} (${help}): ` + nodes.slice(0, 4).map(({ target, failureSummary }) =>
            `${target.join(' ')} [${failureSummary.replace(/\\s+/g, ' ')}]`).join('; ')))";

/// What axe finds on this page, unfolded and in both themes; empty when it is clean.
///
/// In the dark only colours are another matter.
pub async fn findings(visitor: &Visitor) -> Outcome<Vec<String>> {
    visitor.show_as(Theme::Light).await?;
    let mut found = run(visitor, false).await?;
    visitor.show_as(Theme::Dark).await?;
    found.extend(run(visitor, true).await?.into_iter().map(|finding| format!("in the dark: {finding}")));
    visitor.show_as(Theme::Light).await?;
    Ok(found)
}

async fn run(visitor: &Visitor, only_colours: bool) -> Outcome<Vec<String>> {
    visitor.unfold().await?;
    if visitor.ask("return typeof axe", vec![]).await? != "object" {
        let script = std::fs::read_to_string(environment::path("RINGFENCE_AXE")?)?;
        visitor.ask(&script, vec![]).await?;
    }
    let found: Value = visitor.ask_later(RUN, vec![only_colours.into()]).await?;
    visitor.console().await?;
    Ok(serde_json::from_value(found)?)
}
