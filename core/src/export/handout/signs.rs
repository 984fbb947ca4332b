//! Marks as characters, for texts that stay editable.

use super::model::{HandoutLine, HandoutMark, LegendLine};
use crate::view::{FindingMark, Glyph};

impl HandoutMark {
    /// Returns the mark as characters of Unicode. Marks that differ in meaning differ here.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Glyph(glyph) => glyph_sign(glyph),
            Self::Finding(mark) => finding_sign(mark),
        }
    }
}

impl HandoutLine {
    /// Returns marks and text as one text.
    pub fn plain(&self) -> String {
        plain(&self.marks, &self.text)
    }
}

impl LegendLine {
    /// Returns mark and meaning as one text.
    pub fn plain(&self) -> String {
        plain(self.mark.as_slice(), &self.word)
    }
}

fn plain(marks: &[HandoutMark], text: &str) -> String {
    let signs: String = marks.iter().map(|mark| mark.sign()).collect();
    let space = if signs.is_empty() || text.is_empty() { "" } else { "\u{a0}" };
    format!("{signs}{space}{text}")
}

fn glyph_sign(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Party | Glyph::PartyOn => "●",
        Glyph::JoinedReport => "◉",
        Glyph::JoinedTreaty | Glyph::JoinedOn => "◒",
        Glyph::Not => "–",
        Glyph::OnlyFirst => "◐",
        Glyph::OnlySecond => "◑",
        Glyph::Ratification => "▲",
        Glyph::NotMentioned => "·",
        Glyph::NotApplicable => "▨",
        Glyph::Attempted => "╴╶",
        Glyph::Negotiating => "┈",
        Glyph::Concluded => "╌",
        Glyph::Signed => "─",
        Glyph::PartlyRatified => "╍",
        Glyph::Ratified => "━",
        Glyph::InForce => "═",
        Glyph::Unstated => "─·",
        Glyph::Assistance => "○→",
        Glyph::CentralBody => "⬟",
        Glyph::FormerCentralBody => "⬠",
        Glyph::Stock => "×",
        Glyph::Flow => "›",
        Glyph::Total => "»",
        Glyph::Event => "▮",
        Glyph::PlannedEvent => "▯",
        Glyph::YearPrinted => "*",
        Glyph::PreparatoryPhase => "░",
        Glyph::ProcessPhase => "█",
        Glyph::Achievement => "✓",
        Glyph::Obstacle => "⊣",
        Glyph::Need => "+",
        Glyph::Proposal => "→",
        Glyph::Fact => "▪",
        Glyph::Endorses => "◆",
        Glyph::EndorsesInPart => "⬖",
        Glyph::WithDoubt => "◇?",
        Glyph::Opposes => "◇×",
    }
}

fn finding_sign(mark: FindingMark) -> &'static str {
    match mark {
        FindingMark::ByGovernments => "■",
        FindingMark::ByNgos => "□",
        FindingMark::ByOrganisations => "⬓",
        FindingMark::ByDonors => "⊟",
        FindingMark::ByExperts => "◪",
        FindingMark::ByAuthor => "⊏",
        FindingMark::OneSide => "▒",
    }
}

#[cfg(test)]
mod tests {
    use super::{FindingMark, Glyph, finding_sign, glyph_sign};

    #[test]
    fn a_sign_has_one_meaning() {
        let alike = [(Glyph::Party, Glyph::PartyOn), (Glyph::JoinedTreaty, Glyph::JoinedOn)];
        for (at, first) in Glyph::ALL.iter().enumerate() {
            for second in &Glyph::ALL[at + 1..] {
                let is_alike = alike.contains(&(*first, *second));
                assert_eq!(glyph_sign(*first) == glyph_sign(*second), is_alike, "{first:?} and {second:?}");
            }
        }
        for mark in FindingMark::ALL {
            let same = |glyph: &&Glyph| glyph_sign(**glyph) == finding_sign(mark);
            assert_eq!(Glyph::ALL.iter().find(same), None, "{mark:?}");
            let others = FindingMark::ALL.iter().filter(|other| finding_sign(**other) == finding_sign(mark));
            assert_eq!(others.count(), 1, "{mark:?}");
        }
    }
}
