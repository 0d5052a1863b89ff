//! The small part of Markdown that content may use, as a tree that a page can show without trusting anybody's HTML.
//!
//! Paragraphs, lists, strong words, codes to type and links: what is not in the tree cannot reach a page.

use std::fmt;
use std::iter::Peekable;
use std::str::FromStr;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use serde::Deserialize;

use crate::address::{Address, BadAddress};

/// A text in the Markdown subset.
///
/// ```
/// use content::markup::Markup;
/// assert!("Dial `*#06#`, then **write it down**.".parse::<Markup>().is_ok());
/// assert!("Dial <b>it</b>.".parse::<Markup>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Markup(Vec<Block>);

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A list; its items do not nest.
    List {
        /// Whether the order matters, and the items are numbered.
        ordered: bool,
        /// What each item says.
        items: Vec<Vec<Inline>>,
    },
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words, perhaps with `{placeholders}`.
    Text(String),
    /// Words that must not be missed.
    Strong(String),
    /// A number or code to type, the same in every language.
    Code(String),
    /// A link to an official page or a number.
    Link {
        /// What the link says.
        text: String,
        /// Where it goes.
        address: Address,
    },
}

/// Why a text is not in the Markdown subset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BadMarkup {
    /// No text at all.
    Empty,
    /// Raw HTML.
    Html,
    /// A heading: the page's own structure has those.
    Heading,
    /// A picture.
    Image,
    /// A table, a quotation, a rule, or a block of code (four spaces before a line make one).
    Block,
    /// Emphasis other than `**strong**`, or a line break inside a paragraph.
    Style,
    /// Something inside strong words, a link or a list item that belongs outside.
    Nested,
    /// A link that is not written `[words](address)`.
    LinkForm,
    /// A link to an address that this site may not use.
    Address(BadAddress),
    /// Markup in a text that is shown as it stands.
    NotPlain,
}

impl Markup {
    /// The paragraphs and lists, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// Every run of text: a paragraph each, an item each.
    pub fn runs(&self) -> impl Iterator<Item = &[Inline]> {
        self.0
            .iter()
            .flat_map(|block| match block {
                Block::Paragraph(run) => std::slice::from_ref(run),
                Block::List { items, .. } => items.as_slice(),
            })
            .map(Vec::as_slice)
    }

    /// Where the links go.
    pub fn links(&self) -> impl Iterator<Item = &Address> {
        self.runs().flatten().filter_map(|inline| match inline {
            Inline::Link { address, .. } => Some(address),
            _ => None,
        })
    }
}

impl Inline {
    /// The words, without what they mean.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Code(text) | Self::Link { text, .. } => text,
        }
    }
}

impl FromStr for Markup {
    type Err = BadMarkup;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // The extensions are read so that they can be refused, instead of reaching the page as punctuation.
        let extensions = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let blocks = Reader(Parser::new_ext(text, extensions).peekable()).blocks()?;
        if blocks.is_empty() { Err(BadMarkup::Empty) } else { Ok(Self(blocks)) }
    }
}

impl TryFrom<String> for Markup {
    type Error = BadMarkup;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// Turns the Markdown reader's events into the tree, and refuses the first one that has no place in it.
struct Reader<'a>(Peekable<Parser<'a>>);

impl Reader<'_> {
    fn blocks(&mut self) -> Result<Vec<Block>, BadMarkup> {
        let mut blocks = Vec::new();
        while let Some(event) = self.0.next() {
            blocks.push(match event {
                Event::Start(Tag::Paragraph) => Block::Paragraph(self.run(TagEnd::Paragraph)?),
                Event::Start(Tag::List(first)) => Block::List { ordered: first.is_some(), items: self.items()? },
                other => return Err(refusal(&other)),
            });
        }
        Ok(blocks)
    }

    fn items(&mut self) -> Result<Vec<Vec<Inline>>, BadMarkup> {
        let mut items = Vec::new();
        while let Some(Event::Start(Tag::Item)) = self.0.next() {
            // A list with blank lines between its items wraps each in a paragraph.
            items.push(if matches!(self.0.peek(), Some(Event::Start(Tag::Paragraph))) {
                self.0.next();
                let run = self.run(TagEnd::Paragraph)?;
                match self.0.next() {
                    Some(Event::End(TagEnd::Item)) => run,
                    _ => return Err(BadMarkup::Nested),
                }
            } else {
                self.run(TagEnd::Item)?
            });
        }
        if items.iter().any(Vec::is_empty) { Err(BadMarkup::Empty) } else { Ok(items) }
    }

    fn run(&mut self, end: TagEnd) -> Result<Vec<Inline>, BadMarkup> {
        let mut run = Vec::new();
        while let Some(event) = self.0.next() {
            run.push(match event {
                Event::End(tag) if tag == end => return Ok(run),
                Event::Text(text) => Inline::Text(text.into_string()),
                Event::SoftBreak => Inline::Text(" ".to_owned()),
                Event::Code(code) => Inline::Code(code.into_string()),
                Event::Start(Tag::Strong) => Inline::Strong(self.words(TagEnd::Strong)?),
                Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, .. }) if title.is_empty() => {
                    let address = dest_url.parse().map_err(BadMarkup::Address)?;
                    Inline::Link { text: self.words(TagEnd::Link)?, address }
                }
                other => return Err(refusal(&other)),
            });
        }
        Err(BadMarkup::Nested)
    }

    fn words(&mut self, end: TagEnd) -> Result<String, BadMarkup> {
        let mut words = String::new();
        for event in self.0.by_ref() {
            match event {
                Event::End(tag) if tag == end && !words.is_empty() => return Ok(words),
                Event::End(tag) if tag == end => return Err(BadMarkup::Empty),
                Event::Text(text) => words.push_str(&text),
                Event::SoftBreak => words.push(' '),
                other => return Err(refusal(&other)),
            }
        }
        Err(BadMarkup::Nested)
    }
}

/// Why an event has no place where it stands.
fn refusal(event: &Event<'_>) -> BadMarkup {
    match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => BadMarkup::Html,
        Event::Start(Tag::Heading { .. }) => BadMarkup::Heading,
        Event::Start(Tag::Image { .. }) => BadMarkup::Image,
        Event::Start(Tag::Link { .. }) => BadMarkup::LinkForm,
        Event::Start(Tag::Emphasis | Tag::Strikethrough) | Event::HardBreak => BadMarkup::Style,
        Event::Start(Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_)) | Event::Rule => BadMarkup::Block,
        _ => BadMarkup::Nested,
    }
}

impl fmt::Display for BadMarkup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Self::Address(why) => return why.fmt(f),
            Self::Empty => "the text is empty",
            Self::Html => "there is HTML in the text",
            Self::Heading => "a text has no headings",
            Self::Image => "a text has no pictures",
            Self::Block => "only paragraphs and lists may be used; a line must not start with four spaces",
            Self::Style => "only **strong** may be used, and no line breaks inside a paragraph",
            Self::Nested => "strong words, links and list items hold plain words only, and lists do not nest",
            Self::LinkForm => "a link is written [words](address)",
            Self::NotPlain => "this text is shown as it stands and must have no markup",
        };
        f.write_str(sentence)
    }
}
