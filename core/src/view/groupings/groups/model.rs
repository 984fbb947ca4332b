//! What the view of groups shows.

use super::doubts::Doubts;
use crate::view::links::GoTo;
use crate::view::words::evidence_link::EvidenceLink;

/// A measure.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MeasureSection {
    /// What it measures.
    pub label: String,
    /// Its value, or why there is none.
    pub value: String,
    /// Over how many states or pairs; may be empty.
    pub n: String,
    /// How it is computed.
    pub formula: String,
    /// What it rests on.
    pub items: Vec<FacetItem>,
}

/// What a measure rests on.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FacetItem {
    /// Words.
    pub text: String,
    /// Evidence.
    pub open: Option<EvidenceLink>,
    /// Words after it; may be empty.
    pub after: String,
}

/// The measures of the whole grouping.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Whole {
    /// Heading.
    pub title: String,
    /// Likeness is not merit.
    pub note: String,
    /// Heads of the table.
    pub heads: [String; 4],
    /// Measures.
    pub facets: Vec<MeasureSection>,
    /// How it stands to each position.
    pub wishes: Wishes,
    /// Each state beside its group and the nearest other.
    pub silhouettes: Silhouettes,
    /// Each pair.
    pub pairs: SimilarityTable,
}

/// Positions on the future beside the grouping.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Wishes {
    /// Heading.
    pub title: String,
    /// What is compared.
    pub note: String,
    /// Each position: who, how the grouping stands to it, evidence.
    pub rows: Vec<WishRow>,
}

/// A position.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct WishRow {
    /// Whose, and the stance.
    pub holder: String,
    /// Agrees, differs, not stated.
    pub verdict: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// Silhouettes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Silhouettes {
    /// Heading.
    pub title: String,
    /// The formula, or why there are none.
    pub note: String,
    /// Heads of the table.
    pub heads: [String; 5],
    /// States.
    pub rows: Vec<SilhouetteRow>,
}

/// A state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SilhouetteRow {
    /// Name.
    pub state: String,
    /// Group, own distance, nearest other, value.
    pub cells: [String; 4],
    /// Evidence.
    pub open: EvidenceLink,
}

/// Likeness of every pair of grouped states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityTable {
    /// Heading.
    pub title: String,
    /// The formula, and what the outlines mean.
    pub note: String,
    /// States, by group.
    pub names: Vec<(String, EvidenceLink)>,
    /// Row i holds the pairs with the states before it.
    pub rows: Vec<Vec<SimilarityTableCell>>,
}

/// A pair.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityTableCell {
    /// `0.78`; a dash where neither is party to any instrument.
    pub text: String,
    /// Tone, 0 to 4.
    pub tone: usize,
    /// In a group together.
    pub inside: bool,
    /// In full.
    pub label: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// The state in hand.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PickedUpState {
    /// Which.
    pub title: String,
    /// How to choose.
    pub lead: String,
    /// Accessible name of the choices.
    pub label: String,
    /// Where it can go.
    pub targets: Vec<Target>,
    /// Puts it back.
    pub put: CommandButton,
    /// Its page.
    pub page: GoTo,
    /// Measures by target.
    pub table: MoveTable,
}

/// Where a state can go.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Target {
    /// Where.
    pub label: String,
    /// What that would do, in short.
    pub effect: String,
    /// Position of the group, for its hue.
    pub at: Option<usize>,
    /// Name of the gesture.
    pub act: String,
}

/// Before and after, for every target.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MoveTable {
    /// Heading.
    pub title: String,
    /// What before and after are.
    pub note: String,
    /// Head of the first column.
    pub head: String,
    /// Targets.
    pub columns: Vec<String>,
    /// The whole, the group that it leaves, the group that it joins.
    pub parts: Vec<MovePart>,
}

/// Rows under a heading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MovePart {
    /// Heading.
    pub title: String,
    /// Measures.
    pub rows: Vec<MoveRow>,
}

/// A measure.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MoveRow {
    /// Which.
    pub label: String,
    /// `0.81 → 0.82`, `unchanged: 6`, by target.
    pub cells: Vec<MoveCell>,
}

/// A measure before and after.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MoveCell {
    /// Words.
    pub text: String,
    /// It changes.
    pub changes: bool,
}

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GroupsView {
    /// Heading.
    pub title: String,
    /// What is shown, in sentences fit for minutes.
    pub sentences: Vec<String>,
    /// What the report itself doubts.
    pub doubts: Doubts,
    /// Heading of the schemes to choose from.
    pub schemes_title: String,
    /// How to begin; only without a scheme.
    pub ask: Option<String>,
    /// Schemes to choose from; only without a scheme.
    pub schemes: Vec<SchemeCard>,
    /// What can be done with the whole.
    pub tools: Vec<CommandButton>,
    /// What can be done after a name is typed.
    pub forms: Vec<NameForm>,
    /// A change makes a copy.
    pub copies: Option<String>,
    /// How states are moved.
    pub hint: String,
    /// Groups, then the states in none.
    pub cards: Vec<GroupCard>,
    /// The state in hand, and what each move would do.
    pub hand: Option<PickedUpState>,
    /// The measures of the whole grouping.
    pub whole: Option<Whole>,
    /// The grouping is the reader's own: it can be kept and saved.
    pub own: bool,
}

/// A scheme to choose.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeCard {
    /// Name.
    pub label: String,
    /// Its groups.
    pub detail: String,
    /// What the button does.
    pub act: String,
}

/// A button.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CommandButton {
    /// Words.
    pub label: String,
    /// Name of the gesture.
    pub act: String,
    /// Switched on, where it is a switch.
    pub on: Option<bool>,
}

/// A button after a name is typed.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NameForm {
    /// Words of what opens it.
    pub open: String,
    /// Label of the field.
    pub label: String,
    /// Initial text of the field.
    pub value: String,
    /// Words of the button.
    pub done: String,
    /// Name of the gesture.
    pub act: String,
}

/// A group, or the states in none.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GroupCard {
    /// Name.
    pub name: String,
    /// Members inferred.
    pub badge: Option<String>,
    /// Position; none for the states in no group.
    pub at: Option<usize>,
    /// Where a state is dropped: `0`, `none`.
    pub place: String,
    /// Another name for it.
    pub rename: Option<NameForm>,
    /// Takes it away.
    pub remove: Option<CommandButton>,
    /// Members.
    pub states: Vec<StateButton>,
    /// No state, one state, or in no group: no measures.
    pub note: Option<String>,
    /// Measures.
    pub facets: Vec<MeasureSection>,
}

/// A member.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateButton {
    /// ISO code.
    pub key: String,
    /// Name.
    pub name: String,
    /// In full.
    pub label: String,
    /// Name of the gesture.
    pub act: String,
    /// In hand.
    pub taken: bool,
    /// The reader's own state, in words.
    pub mine: Option<String>,
}
