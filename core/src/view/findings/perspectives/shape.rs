//! Shapes of the marks of findings: boxes that differ by voice.

use super::model::FindingMark;

/// A box of lines.
macro_rules! hollow {
    ($inside:literal) => {
        concat!("m.5.5h4v10h-4z", $inside)
    };
}

/// Returns what is filled and what is drawn in lines, in relative path data within 5 by 11.
pub fn finding_shape(mark: FindingMark) -> (&'static str, &'static str) {
    match mark {
        FindingMark::ByGovernments => ("h5v11h-5z", ""),
        FindingMark::ByNgos => ("", hollow!("")),
        FindingMark::ByOrganisations => ("m0 5h5v6h-5z", hollow!("")),
        FindingMark::ByDonors => ("m0 4h5v3h-5z", hollow!("")),
        FindingMark::ByExperts => ("", hollow!("m0 10l4-10")),
        FindingMark::ByAuthor => ("", "m5 .5h-4.5v10h4.5"),
        FindingMark::OneSide => ("", "m0 1l5 5m-5-1l5 5"),
    }
}

#[cfg(test)]
mod tests {
    use super::{FindingMark, finding_shape};

    #[test]
    fn a_voice_has_a_shape_of_its_own() {
        for (at, first) in FindingMark::ALL.iter().enumerate() {
            for second in &FindingMark::ALL[at + 1..] {
                assert_ne!(finding_shape(*first), finding_shape(*second), "{first:?} and {second:?}");
            }
        }
    }
}
