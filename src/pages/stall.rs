//! Not written yet.
use super::{Desk, Page};
use content::Complaint;
pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    super::missing::page(desk)
}
