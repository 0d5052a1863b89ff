//! The closed list of phones the site has a guide for.
//!
//! One entry for each family of settings menus, not for each maker: people look for the words on their own screen.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A family of phones that share their settings menus.
///
/// ```
/// use domain::platform::Platform;
/// assert_eq!("pixel".parse(), Ok(Platform::Pixel));
/// assert!("windows-phone".parse::<Platform>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// Apple iPhone.
    Iphone,
    /// Google Pixel and other phones with Android as Google makes it.
    Pixel,
    /// Samsung Galaxy.
    Samsung,
    /// Xiaomi, Redmi and POCO.
    Xiaomi,
    /// OnePlus.
    Oneplus,
    /// OPPO.
    Oppo,
    /// realme.
    Realme,
    /// Huawei, which has no Google services on models after 2019.
    Huawei,
    /// Honor.
    Honor,
    /// Motorola.
    Motorola,
    /// Nothing and CMF.
    Nothing,
    /// Any other Android phone.
    OtherAndroid,
    /// A phone with buttons and no account: no kill switch to turn on.
    Simple,
}

/// Not a phone family of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownPlatform;

impl Platform {
    /// Every platform, commonest in London first.
    pub const ALL: &[Self] = &[
        Self::Iphone,
        Self::Samsung,
        Self::Pixel,
        Self::Xiaomi,
        Self::Oneplus,
        Self::Oppo,
        Self::Realme,
        Self::Huawei,
        Self::Honor,
        Self::Motorola,
        Self::Nothing,
        Self::OtherAndroid,
        Self::Simple,
    ];

    /// Whose phone it is, by the name of the firm; empty where many firms make it.
    pub const fn maker(self) -> &'static str {
        match self {
            Self::Iphone => "Apple",
            Self::Pixel => "Google",
            Self::Samsung => "Samsung",
            Self::Xiaomi => "Xiaomi",
            Self::Oneplus => "OnePlus",
            Self::Oppo => "OPPO",
            Self::Realme => "realme",
            Self::Huawei => "Huawei",
            Self::Honor => "Honor",
            Self::Motorola => "Motorola",
            Self::Nothing => "Nothing",
            Self::OtherAndroid | Self::Simple => "",
        }
    }

    /// The stable name, used in addresses, file names and saved records.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Iphone => "iphone",
            Self::Pixel => "pixel",
            Self::Samsung => "samsung",
            Self::Xiaomi => "xiaomi",
            Self::Oneplus => "oneplus",
            Self::Oppo => "oppo",
            Self::Realme => "realme",
            Self::Huawei => "huawei",
            Self::Honor => "honor",
            Self::Motorola => "motorola",
            Self::Nothing => "nothing",
            Self::OtherAndroid => "other-android",
            Self::Simple => "simple",
        }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for Platform {
    type Err = UnknownPlatform;

    fn from_str(slug: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|platform| platform.slug() == slug).ok_or(UnknownPlatform)
    }
}
