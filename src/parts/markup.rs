//! Content's Markdown subset as HTML.
//!
//! What is not in the tree cannot reach a page: no raw HTML ever does.

use content::markup::{Block, Inline, Markup};
use leptos::prelude::*;

/// Paragraphs and lists.
#[component]
pub fn Prose(
    /// What to show.
    text: Markup,
) -> impl IntoView {
    text.blocks().iter().map(block).collect_view()
}

/// One run of text without its paragraph.
pub fn run(inlines: &[Inline]) -> AnyView {
    inlines.iter().map(inline).collect_view().into_any()
}

/// All runs of a text, one after another, for places that are a paragraph already.
pub fn line(text: &Markup) -> AnyView {
    text.runs().map(run).collect_view().into_any()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Paragraph(inlines) => view! { <p>{run(inlines)}</p> }.into_any(),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| view! { <li>{run(item)}</li> }).collect_view();
            if *ordered { view! { <ol>{items}</ol> }.into_any() } else { view! { <ul>{items}</ul> }.into_any() }
        }
    }
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Strong(text) => view! { <strong>{text.clone()}</strong> }.into_any(),
        Inline::Code(text) => view! { <code dir="ltr">{text.clone()}</code> }.into_any(),
        Inline::Link { text, address } => {
            let address = address.as_str().to_owned();
            if address.starts_with("https:") {
                view! { <a href=address rel="noopener noreferrer">{text.clone()}</a> }.into_any()
            } else {
                view! { <a href=address>{text.clone()}</a> }.into_any()
            }
        }
    }
}
