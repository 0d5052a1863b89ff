//! The closed list of accounts the site has a guide for.
//!
//! One question runs through them all: if this phone is gone, how do you get in?

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An account, or a family of accounts, that a stolen phone can open.
///
/// ```
/// use domain::account::Account;
/// assert_eq!("whatsapp".parse(), Ok(Account::Whatsapp));
/// assert!("myspace".parse::<Account>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Account {
    /// Apple Account.
    Apple,
    /// Google Account.
    Google,
    /// Samsung account.
    SamsungAccount,
    /// Microsoft account and Outlook.
    Microsoft,
    /// WhatsApp.
    Whatsapp,
    /// Facebook and Instagram.
    Meta,
    /// E-mail in general.
    Email,
    /// Banks and wallets.
    Bank,
    /// The mobile network's own account.
    Network,
    /// A password manager.
    Passwords,
    /// An authenticator app.
    Authenticator,
}

/// Not an account of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownAccount;

impl Account {
    /// Every account, the ones that open the others first.
    pub const ALL: &[Self] = &[
        Self::Email,
        Self::Apple,
        Self::Google,
        Self::SamsungAccount,
        Self::Microsoft,
        Self::Bank,
        Self::Network,
        Self::Whatsapp,
        Self::Meta,
        Self::Passwords,
        Self::Authenticator,
    ];

    /// The stable name, used in addresses, file names and saved records.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Apple => "apple",
            Self::Google => "google",
            Self::SamsungAccount => "samsung-account",
            Self::Microsoft => "microsoft",
            Self::Whatsapp => "whatsapp",
            Self::Meta => "meta",
            Self::Email => "email",
            Self::Bank => "bank",
            Self::Network => "network",
            Self::Passwords => "passwords",
            Self::Authenticator => "authenticator",
        }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for Account {
    type Err = UnknownAccount;

    fn from_str(slug: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|account| account.slug() == slug).ok_or(UnknownAccount)
    }
}
