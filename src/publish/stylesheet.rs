//! Four hashed stylesheets, made from the files in `style/`: what every page needs, what the other pages add, and the same
//! for paper.
//!
//! The stolen page loads on a bad connection, so it gets only the first of each; a name changes exactly when the look does.

use std::fs;
use std::path::Path;

use crate::{Problem, digest};

/// What every page needs, in cascade order.
const SCREEN: &[&str] = &["tokens.css", "base.css", "parts.css"];
/// What every page adds but Stolen, the page after it, and "not found".
const MORE: &[&str] = &["more.css", "pages.css", "area.css"];
/// What paper changes.
const PRINT: &[&str] = &["print.css"];
/// What paper changes on the pages that load `MORE`.
const PRINT_MORE: &[&str] = &["print-more.css"];

/// The addresses of the stylesheets.
#[derive(Clone, Debug)]
pub struct Stylesheets {
    /// For every page.
    pub screen: String,
    /// For every page but Stolen, the page after it, and "not found"; after the first.
    pub more: String,
    /// For paper, after the others.
    pub print: String,
    /// For paper, after that, where `more` is loaded.
    pub print_more: String,
}

/// Writes the stylesheets into the site's folder.
///
/// # Errors
/// When a file of `style/` cannot be read or a sheet cannot be written.
pub fn write(style: &Path, site: &Path) -> Result<Stylesheets, Problem> {
    Ok(Stylesheets {
        screen: one(style, site, "screen", SCREEN)?,
        more: one(style, site, "more", MORE)?,
        print: one(style, site, "print", PRINT)?,
        print_more: one(style, site, "print-more", PRINT_MORE)?,
    })
}

fn one(style: &Path, site: &Path, name: &str, parts: &[&str]) -> Result<String, Problem> {
    let mut all = String::new();
    for part in parts {
        let path = style.join(part);
        let text = fs::read_to_string(&path).map_err(Problem::file(&path))?;
        all.push_str(&squeeze(&text));
    }
    let file = format!("{name}-{}.css", digest::short(all.as_bytes()));
    let path = site.join(&file);
    fs::write(&path, all).map_err(Problem::file(&path))?;
    Ok(format!("/{file}"))
}

/// Leaves out comments, and white space where it carries no meaning. What stands in quotes stays as it is.
///
/// Space before a colon stays (`a :hover` is not `a:hover`), and so does space round `+`, `-` and `*`, which sums need.
fn squeeze(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut space = false;
    let mut rest = css.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '/' if rest.peek() == Some(&'*') => {
                rest.next();
                skip_comment(&mut rest);
                space = true;
            }
            _ if sign.is_ascii_whitespace() => space = true,
            _ => {
                let hugs_left = matches!(sign, '{' | '}' | ';' | ',' | '>' | ')');
                let hugs_right = bare.ends_with(['{', '}', ';', ',', '>', '(', ':']);
                if space && !hugs_left && !hugs_right && !bare.is_empty() {
                    bare.push(' ');
                }
                space = false;
                if sign == '}' && bare.ends_with(';') {
                    bare.pop();
                }
                bare.push(sign);
                if sign == '"' || sign == '\'' {
                    copy_text(sign, &mut rest, &mut bare);
                }
            }
        }
    }
    bare
}

/// Goes past the end of a comment; without an end, past the end of the sheet, as a browser does.
fn skip_comment(rest: &mut impl Iterator<Item = char>) {
    let mut star = false;
    for sign in rest {
        if star && sign == '/' {
            return;
        }
        star = sign == '*';
    }
}

/// Copies up to the closing quote. A quote after a backslash does not close.
fn copy_text(quote: char, rest: &mut impl Iterator<Item = char>, bare: &mut String) {
    let mut escaped = false;
    for sign in rest {
        bare.push(sign);
        if sign == quote && !escaped {
            return;
        }
        escaped = sign == '\\' && !escaped;
    }
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn only_white_space_without_meaning_goes() {
        let cases = [
            ("/* why */\na {\n  color: red; /* no */\n}\n\n", "a{color:red}"),
            ("a , b > c {\n  margin: 0 auto;\n}\n\nd{}", "a,b>c{margin:0 auto}d{}"),
            ("a :hover, a:hover, .x * + * { top: 0 }", "a :hover,a:hover,.x * + *{top:0}"),
            ("a { width: calc( 1rem + (2px - 1px) * 3 ); }", "a{width:calc(1rem + (2px - 1px) * 3)}"),
            (
                "@media (min-width: 42rem) and (x) { a { b: c !important; } }",
                "@media (min-width:42rem) and (x){a{b:c !important}}",
            ),
            ("a { font: 700 1rem / 1 \"A  B\", serif; }", "a{font:700 1rem / 1 \"A  B\",serif}"),
            (
                "a::before { content: \" ; } /* no */ \\\" x\"; color: red }",
                "a::before{content:\" ; } /* no */ \\\" x\";color:red}",
            ),
            ("a { b: '{ \" }' ; }", "a{b:'{ \" }'}"),
            ("a/**/b { c: d }", "a b{c:d}"),
            ("[dir=\"rtl\"] .x, :is(a, b) .y { --p: ; }", "[dir=\"rtl\"] .x,:is(a,b) .y{--p:}"),
        ];
        for (css, expected) in cases {
            assert_eq!(squeeze(css), expected);
            assert_eq!(squeeze(expected), expected, "what is bare stays");
        }
    }

    #[test]
    fn an_unclosed_comment_ends_the_sheet_as_in_a_browser() {
        assert_eq!(squeeze("a{}\n/* b{}"), "a{}");
    }
}
