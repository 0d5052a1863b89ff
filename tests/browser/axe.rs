//! axe-core on the page that is open: every rule of WCAG up to 2.2 AA, the AAA ones it has, and its best practices.
//!
//! Its own probing makes the console complain, so the console is read before and thrown away after.

use serde_json::Value;

use crate::environment;
use crate::trouble::Outcome;
use crate::visitor::Visitor;

const RUN: &str = "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];
    const { violations } = await axe.run(document, {
        runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'],
    });
    tell(violations.map(({ id, help, nodes }) =>
        `${id} (${help}): ` + nodes.slice(0, 4).map(({ target, failureSummary }) =>
            `${target.join(' ')} [${failureSummary.replace(/\\s+/g, ' ')}]`).join('; ')))";

/// What axe finds on this page, unfolded; empty when it is clean.
pub async fn findings(visitor: &Visitor) -> Outcome<Vec<String>> {
    visitor.unfold().await?;
    if visitor.ask("return typeof axe", vec![]).await? != "object" {
        let script = std::fs::read_to_string(environment::path("RINGFENCE_AXE")?)?;
        visitor.ask(&script, vec![]).await?;
    }
    let found: Value = visitor.ask_later(RUN, vec![]).await?;
    visitor.console().await?;
    Ok(serde_json::from_value(found)?)
}
