//! Which compressed copy of a file a browser gets: what it accepts (RFC 9110 section 12.5.3), the smallest first.
//! The copies are made when the site is built; nothing is compressed while somebody waits.

/// How a file's bytes travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli, the file's `.br` copy.
    Brotli,
    /// Gzip, the file's `.gz` copy.
    Gzip,
    /// The file as it is.
    Identity,
}

impl Encoding {
    /// All of them, the smallest copy first.
    pub const ALL: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Identity];

    /// Its name in HTTP.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// What a copy's file name ends with.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
            Self::Identity => "",
        }
    }

    /// Whether a browser that sent this `Accept-Encoding` takes this encoding. The file as it is always does: a page that
    /// is not compressed beats no page.
    pub fn is_accepted(self, accept: &str) -> bool {
        let weight_of = |name: &str| {
            let mut offers = accept.split(',').map(|offer| offer.split(';').map(str::trim));
            offers.find_map(|mut offer| {
                offer.next().filter(|given| given.eq_ignore_ascii_case(name)).map(|_| weight(offer))
            })
        };
        self == Self::Identity || weight_of(self.name()).or_else(|| weight_of("*")).is_some_and(|weight| weight > 0.0)
    }
}

/// The `q` of an offer: 1 when it has none, 0 when it cannot be read.
fn weight<'a>(mut parameters: impl Iterator<Item = &'a str>) -> f32 {
    parameters
        .find_map(|parameter| parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q=")))
        .map_or(1.0, |weight| weight.trim().parse().unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn a_browser_gets_the_smallest_copy_that_it_accepts() {
        let cases = [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("br;q=1.0, gzip;q=0.8, *;q=0.1", Encoding::Brotli),
            ("gzip", Encoding::Gzip),
            ("GZIP ; Q=0.5", Encoding::Gzip),
            ("br;q=0, gzip", Encoding::Gzip),
            ("br; q=0.0, *", Encoding::Gzip),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Identity),
            ("br;q=x", Encoding::Identity),
            ("brotli, gzipped", Encoding::Identity),
            ("identity", Encoding::Identity),
            ("", Encoding::Identity),
        ];
        for (accept, expected) in cases {
            let chosen = Encoding::ALL.into_iter().find(|encoding| encoding.is_accepted(accept));
            assert_eq!(chosen, Some(expected), "{accept:?}");
        }
    }
}
