//! The offences the tables keep, under every name the Metropolitan Police has given them.
//!
//! A row inside our groups with a name nobody knows stops the run: it may be one of ours, renamed.

/// An offence that the tables keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kept {
    /// Theft that is none of the others.
    OtherTheft,
    /// Robbery of a business.
    RobberyOfBusiness,
    /// Robbery of a person.
    RobberyOfPerson,
    /// Theft from the person.
    TheftFromPerson,
}

/// What a row's two labels mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// One of ours.
    Kept(Kept),
    /// An offence that no table keeps.
    Other,
    /// It stands where one of ours would, under another name.
    Unknown,
}

/// The second label in upper case: as the newest release has it, then as older ones had it.
const NAMES: [(Kept, &str, &[&str]); 4] = [
    (Kept::OtherTheft, "THEFT", &["OTHER THEFT"]),
    (Kept::RobberyOfBusiness, "ROBBERY", &["ROBBERY OF BUSINESS PROPERTY", "BUSINESS PROPERTY"]),
    (Kept::RobberyOfPerson, "ROBBERY", &["ROBBERY OF PERSONAL PROPERTY", "PERSONAL PROPERTY"]),
    (Kept::TheftFromPerson, "THEFT", &["THEFT FROM THE PERSON", "THEFT FROM PERSON"]),
];

impl Kept {
    /// What the boroughs' table keeps, in its order.
    pub(super) const OF_BOROUGHS: [Self; 4] =
        [Self::OtherTheft, Self::RobberyOfBusiness, Self::RobberyOfPerson, Self::TheftFromPerson];

    /// What the tables of wards and census areas keep, in their order.
    pub(super) const OF_SMALL_AREAS: [Self; 2] = [Self::RobberyOfPerson, Self::TheftFromPerson];

    /// Its name in the tables.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::OtherTheft => "other_theft",
            Self::RobberyOfBusiness => "robbery_business",
            Self::RobberyOfPerson => "robbery_personal",
            Self::TheftFromPerson => "theft_from_person",
        }
    }

    /// The publisher's name for it, as the newest release has it.
    pub(super) fn label(self) -> &'static str {
        NAMES.iter().find(|(kept, ..)| *kept == self).and_then(|(.., names)| names.first()).copied().unwrap_or_default()
    }

    /// The offence with this name in the tables.
    pub(super) fn named(slug: &str) -> Option<Self> {
        Self::OF_BOROUGHS.into_iter().find(|kept| kept.slug() == slug)
    }

    /// Whether the site's figures count it.
    pub(super) const fn counted(self) -> bool {
        matches!(self, Self::RobberyOfPerson | Self::TheftFromPerson)
    }
}

impl Meaning {
    /// The meaning of a group and a subgroup.
    pub(super) fn of(group: &str, subgroup: &str) -> Self {
        let (group, subgroup) = (group.to_ascii_uppercase(), subgroup.to_ascii_uppercase());
        let known = NAMES.iter().find(|(_, of, names)| *of == group && names.contains(&subgroup.as_str()));
        let ours = group == "ROBBERY" || group == "THEFT" && subgroup.contains("PERSON");
        match known {
            Some((kept, ..)) => Self::Kept(*kept),
            None if ours => Self::Unknown,
            None => Self::Other,
        }
    }
}
