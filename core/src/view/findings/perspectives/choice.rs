//! What the perspectives count: the voices side by side, the themes, and the findings of each.

use std::sync::Arc;

use crate::analysis::top_theme;
use crate::model::{Finding, FindingId, Polarity, Relation, RelationKind, ThemeId, VoiceKind};
use crate::query::{FacetKey, FindingValues, FindingsResult, ValueMask};
use crate::state::{SpokeFilter, Subject, Tab, ViewState, compared_voices, encode};
use crate::view::context::ViewContext;

/// The findings that match, with the voices side by side.
pub(super) struct Choice<'a> {
    pub cx: ViewContext<'a>,
    /// Voices side by side, in the order of the codebook.
    pub voices: Vec<VoiceKind>,
    /// Findings of these voices that match the filter.
    pub answer: Arc<FindingsResult>,
}

/// A main theme with its findings.
pub(super) struct Theme {
    pub id: ThemeId,
    /// Values of the filter that stand for the row: the theme, or what is chosen of it.
    values: ValueMask,
    /// In the report's order.
    pub ids: Vec<FindingId>,
    /// Relations between findings of different voices, each with the finding that holds it.
    pub relations: Vec<(FindingId, Relation)>,
}

/// Whether a voice of a kind makes the statement.
pub(super) fn says(finding: &Finding, voice: VoiceKind) -> bool {
    finding.voices.iter().any(|v| v.kind == voice)
}

impl<'a> Choice<'a> {
    pub(super) fn new(cx: ViewContext<'a>) -> Self {
        let compared = compared_voices(&cx.state.filter);
        Self {
            cx,
            voices: VoiceKind::ALL.iter().copied().filter(|v| compared >> *v as u32 & 1 == 1).collect(),
            answer: cx.findings_result(),
        }
    }

    /// Whether all findings of these voices are counted.
    pub(super) fn is_whole(&self) -> bool {
        let filter = self.cx.state.filter.with(self.cx.facet_context(), FacetKey::Voice, 0);
        filter.is_empty() && self.cx.state.search.is_empty()
    }

    /// Returns the number of findings of a voice, side by side with others or not.
    pub(super) fn of_voice(&self, voice: VoiceKind) -> usize {
        self.count(1 << voice as u32)
    }

    /// Returns the number of findings of any voice.
    pub(super) fn of_all(&self) -> usize {
        self.count(0)
    }

    fn count(&self, voices: ValueMask) -> usize {
        let cx = self.cx;
        let filter = cx.state.filter.with(cx.facet_context(), FacetKey::Voice, voices);
        cx.index.count(cx.facet_context(), &filter, cx.search_text())
    }

    /// Returns the themes of a finding, with those above them.
    fn themes_of(&self, id: FindingId) -> ValueMask {
        match FacetKey::Theme.facet().finding {
            Some(FindingValues::PerFinding(of)) => of(self.cx.facet_context(), self.cx.ds.finding(id)),
            _ => 0,
        }
    }

    /// Returns the main themes: all, or those chosen in the filter with what is chosen of each.
    pub(super) fn themes(&self) -> Vec<Theme> {
        let themes = &self.cx.ds.themes;
        let main = (0..themes.len()).filter(|i| themes[*i].parent.is_none());
        main.map(ThemeId::from).filter_map(|id| self.theme(id)).collect()
    }

    fn theme(&self, id: ThemeId) -> Option<Theme> {
        let ds = self.cx.ds;
        let chosen = self.cx.state.filter.chosen(FacetKey::Theme);
        let is_within = |i: usize| top_theme(ds, i.into()) == id;
        let values = match chosen {
            0 => 1 << id.ix(),
            _ => (0..ds.themes.len())
                .filter(|i| chosen >> *i & 1 == 1 && is_within(*i))
                .fold(0, |mask, i| mask | 1 << i),
        };
        if values == 0 {
            return None;
        }
        let is_on = |id: &FindingId| self.themes_of(*id) & values != 0;
        let mut ids: Vec<_> = self.answer.ids.iter().copied().filter(is_on).collect();
        ids.sort_unstable();
        let relations = self.relations(id, &ids);
        Some(Theme { id, values, ids, relations })
    }

    /// Returns the relations of a theme, of which `row` are the findings.
    ///
    /// A relation belongs to the themes that both findings share; without any, to those of each. At
    /// least one of the two is in the row.
    fn relations(&self, theme: ThemeId, row: &[FindingId]) -> Vec<(FindingId, Relation)> {
        let (ds, ids) = (self.cx.ds, &self.answer.ids);
        let main = (0..ds.themes.len()).filter(|i| ds.themes[*i].parent.is_none());
        let main = main.fold(0, |mask, i| mask | 1 << i);
        let is_here = |one: FindingId, other: FindingId| {
            let [first, second] = [one, other].map(|id| self.themes_of(id) & main);
            let places = if first & second != 0 { first & second } else { first | second };
            places >> theme.ix() & 1 == 1 && [one, other].iter().any(|id| row.contains(id))
        };
        let mut found: Vec<_> = ids
            .iter()
            .flat_map(|id| ds.finding(*id).relates.iter().map(|relation| (*id, relation.clone())))
            .filter(|(_, relation)| relation.kind != RelationKind::ExceptionTo)
            .filter(|(id, relation)| ids.contains(&relation.finding) && self.differ(*id, relation.finding))
            .filter(|(id, relation)| is_here(*id, relation.finding))
            .collect();
        found.sort_unstable_by_key(|(id, relation)| (*id, relation.finding));
        found
    }

    /// Whether two findings have different voices among those side by side.
    fn differ(&self, one: FindingId, other: FindingId) -> bool {
        let of = |id: FindingId| self.voices.iter().filter(move |v| says(self.cx.ds.finding(id), **v));
        of(one).any(|a| of(other).any(|b| a != b))
    }

    /// Returns the link to the list of exactly these findings.
    pub(super) fn list(&self, theme: &Theme, voices: &[VoiceKind], kind: Option<Polarity>) -> String {
        let context = self.cx.facet_context();
        let voices = voices.iter().fold(0, |mask, voice| mask | 1 << *voice as u32);
        let filter = self.cx.state.filter.with(context, FacetKey::Theme, theme.values);
        let filter = filter.with(context, FacetKey::Voice, voices);
        let filter = match kind {
            Some(kind) => filter.with(context, FacetKey::Kind, 1 << kind as u32),
            None => filter,
        };
        self.link(|state| ViewState { tab: Tab::default(), filter, page: 0, ..state })
    }

    /// Returns the link with another choice of themes.
    pub(super) fn choosing(&self, spoke: SpokeFilter) -> String {
        self.link(|state| ViewState { spoke, ..state })
    }

    /// Returns the link with a theme selected, or none.
    pub(super) fn selecting(&self, theme: Option<ThemeId>) -> String {
        self.link(|state| ViewState { of: theme.map(Subject::Theme), ..state })
    }

    /// Returns the link to a state; the drawer, which needs the room, is closed.
    fn link(&self, change: impl Fn(ViewState) -> ViewState) -> String {
        encode(&ViewState { open: None, ..change(self.cx.state.clone()) }, self.cx.ds)
    }
}

impl Theme {
    /// Returns its findings of a voice and kind.
    pub(super) fn of<'a>(
        &'a self,
        cx: ViewContext<'a>,
        voice: VoiceKind,
        kind: Polarity,
    ) -> impl Iterator<Item = FindingId> + 'a {
        self.ids.iter().copied().filter(move |id| {
            let finding = cx.ds.finding(*id);
            finding.polarity == kind && says(finding, voice)
        })
    }

    /// Returns the number of its findings of a voice.
    pub(super) fn of_voice(&self, cx: ViewContext, voice: VoiceKind) -> usize {
        self.ids.iter().filter(|id| says(cx.ds.finding(**id), voice)).count()
    }

    /// Returns those of the voices that have findings on it.
    pub(super) fn speaking(&self, choice: &Choice) -> Vec<VoiceKind> {
        choice.voices.iter().copied().filter(|v| self.of_voice(choice.cx, *v) > 0).collect()
    }

    /// Whether it belongs to a choice of themes.
    pub(super) fn is_in(&self, choice: &Choice, spoke: SpokeFilter) -> bool {
        let speaking = || self.speaking(choice).len();
        let has = |kind: RelationKind| self.relations.iter().any(|(_, relation)| relation.kind == kind);
        match spoke {
            SpokeFilter::All => true,
            SpokeFilter::Every => speaking() == choice.voices.len(),
            SpokeFilter::One => speaking() == 1 && choice.voices.len() > 1,
            SpokeFilter::Agree => has(RelationKind::Supports),
            SpokeFilter::Against => has(RelationKind::Opposes),
        }
    }
}
