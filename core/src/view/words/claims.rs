//! Text for findings and other coded claims: voices, scope, addressees, dates, quantities.

use super::format::Formatter;
use super::glyph::Glyph;
use super::labels::{act_label, body_event_label, period_label, quantifier_label, voice_label, voices_label};
use crate::model::*;
use crate::query::assistance_kind;
use crate::text::{self, Key};

impl Formatter<'_> {
    /// Returns an actor's abbreviation if there is one, else its name.
    pub fn actor_short(self, id: ActorId) -> String {
        let actor = self.ds.actor(id);
        self.localized(actor.abbreviation.as_ref().unwrap_or(&actor.name))
    }

    /// Returns a state's name, or an actor's as [`Self::actor_short`] gives it.
    pub fn party_short(self, party: Party) -> String {
        match party {
            Party::State(id) => self.state(id),
            Party::Actor(id) => self.actor_short(id),
        }
    }

    /// Returns a voice of a finding: `Georgia: NGOs (some)`, `governments (3, among …)`, `UNHCR`.
    pub fn voice(self, voice: &Voice) -> String {
        let one = matches!(voice.kind, VoiceKind::Evaluator)
            || voice.state.is_some() && voice.kind == VoiceKind::Government;
        let single = one || voice.quantifier == Some(Quantifier::One) && voice.count.is_none();
        let kind = self.text(if single { voice_label(voice.kind) } else { voices_label(voice.kind) });
        let mut name = match (voice.state, voice.actor) {
            (Some(state), _) => format!("{}: {kind}", self.state(state)),
            (None, Some(actor)) => self.actor_short(actor),
            (None, None) => kind,
        };
        let count = voice.count.map(|n| self.number(n.into()));
        let how_many = count.or_else(|| {
            let quantifier = voice.quantifier.filter(|_| !one)?;
            // In Russian "one" agrees in gender with "government".
            let neuter = quantifier == Quantifier::One && voice.kind == VoiceKind::Government;
            Some(self.text(if neuter { Key::QuantifierOneGovernment } else { quantifier_label(quantifier) }))
        });
        let among = voice.among.as_ref().map(|t| self.localized(t));
        let except = self.except(voice.except);
        let details: Vec<String> = [how_many, among, except].into_iter().flatten().collect();
        if !details.is_empty() {
            name.push_str(&format!(" ({})", details.join(", ")));
        }
        name
    }

    /// Returns all voices of a finding, separated by semicolons.
    pub fn voices(self, finding: &Finding) -> String {
        finding.voices.iter().map(|v| self.voice(v)).collect::<Vec<_>>().join("; ")
    }

    /// Returns the states that a finding is about.
    ///
    /// `Georgia, Ukraine`, `all states, except …` or `3 states, not named`.
    pub fn scope(self, scope: &Scope) -> String {
        let head = match (scope.kind, scope.count) {
            (ScopeKind::Named, _) => self.states(scope.states),
            (ScopeKind::All, Some(n)) => self.plural(Key::ScopeAllOf, n.into()),
            (ScopeKind::All, None) => self.text(Key::ScopeAll),
            (ScopeKind::Most, _) => self.text(Key::ScopeMost),
            (ScopeKind::Some, Some(n)) => self.plural(Key::ScopeCount, n.into()),
            (ScopeKind::Some, None) if scope.states.is_empty() => self.text(Key::ScopeSome),
            (ScopeKind::Some, None) => self.text(Key::ScopeSomeNamed),
            (ScopeKind::NotAboutStates, _) => self.text(Key::ScopeNone),
        };
        let head = match &scope.among {
            Some(among) => format!("{head} ({})", self.localized(among)),
            None => head,
        };
        let named = (scope.kind != ScopeKind::Named && !scope.states.is_empty())
            .then(|| self.format(Key::ScopeAmongThem, &[("list", &self.states(scope.states))]));
        [Some(head), named, self.except(scope.except)].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn except(self, states: StateSet) -> Option<String> {
        (!states.is_empty()).then(|| self.format(Key::Except, &[("list", &self.states(states))]))
    }

    /// Returns the addressee of a proposal.
    pub fn addressee(self, who: Addressee) -> String {
        match who {
            Addressee::Named(party) => self.party(party),
            Addressee::CisGovernments => self.text(Key::AddresseeGovernments),
            Addressee::Donors => self.text(Key::VoiceDonors),
            Addressee::Ngos => self.text(Key::VoiceNgos),
            Addressee::Organisations => self.text(Key::VoiceOrganisations),
        }
    }

    /// Returns a number that a finding gives: `at least 5 projects, 1999`.
    pub fn quantity(self, q: &Quantity) -> String {
        let number = text::number(self.lang, q.value);
        let amount = format!("{number} {}", self.localized(&q.unit));
        let words = match q.bound {
            Bound::Exactly => amount,
            Bound::AtLeast => self.format(Key::BoundAtLeast, &[("n", &amount)]),
            Bound::About => self.format(Key::BoundAbout, &[("n", &amount)]),
        };
        match q.at {
            Some(at) => format!("{words}, {}", self.date(at)),
            None => words,
        }
    }

    /// Returns the holder of a position.
    pub fn holder(self, holder: &PositionHolder) -> String {
        match holder {
            PositionHolder::All => self.text(Key::HolderAll),
            PositionHolder::Of { kind, state, actor, unnamed } => {
                let one = self.text(voice_label(*kind));
                let name = match (state, actor) {
                    (Some(state), _) => format!("{}: {one}", self.state(*state)),
                    (None, Some(actor)) => self.actor_short(*actor),
                    (None, None) => self.text(voices_label(*kind)),
                };
                let Some(unnamed) = unnamed else { return name };
                let count = unnamed.count.map(|n| self.number(n.into()));
                let among = unnamed.among.as_ref().map(|t| self.localized(t));
                // The text that the data give for unnamed holders already implies that they are not
                // named.
                let unnamed = among.is_none().then(|| self.text(Key::NotNamed));
                let details: Vec<_> = [count, among, unnamed].into_iter().flatten().collect();
                format!("{name} ({})", details.join(", "))
            }
        }
    }

    pub fn periods(self, periods: &[Period]) -> String {
        periods.iter().map(|p| self.text(period_label(*p))).collect::<Vec<_>>().join(", ")
    }

    /// Returns theme names separated by semicolons: a name may itself hold commas and “and”.
    pub fn themes(self, ids: &[ThemeId]) -> String {
        ids.iter().map(|id| self.localized(&self.ds.theme(*id).name)).collect::<Vec<_>>().join("; ")
    }

    pub fn populations(self, ids: &[PopulationId]) -> String {
        ids.iter().map(|id| self.localized(&self.ds.population(*id).name)).collect::<Vec<_>>().join("; ")
    }

    pub fn actors(self, ids: &[ActorId]) -> String {
        ids.iter().map(|id| self.localized(&self.ds.actor(*id).name)).collect::<Vec<_>>().join("; ")
    }

    /// Returns a treaty action without its note: action, date, and the treaty if it is to be named.
    pub fn act_line(self, act: &Act, is_named: bool) -> String {
        let (action, date) = (self.text(act_label(act.action)), self.day(act.date));
        let values = [("treaty", &*act.treaty), ("action", &*action), ("date", &*date)];
        if is_named { self.format(Key::ActTreaty, &values) } else { self.format(Key::ActLine, &values[1..]) }
    }

    /// Returns a treaty action: action and date, and the treaty if the column covers several.
    pub fn act(self, instrument: &Instrument, act: &Act) -> String {
        let fmt = self;
        let line = fmt.act_line(act, instrument.covers.len() > 1);
        match &act.note {
            Some(note) => format!("{line} ({})", fmt.localized(note)),
            None => line,
        }
    }

    /// Returns glyph and text of page 13's sentence on a central body.
    ///
    /// A body that was dissolved is not a plain "yes".
    pub fn central_body(self, s: StateId) -> (Glyph, String) {
        let (fmt, state) = (self, self.ds.state(s));
        match (state.central_body, state.central_body_until) {
            (false, _) => (Glyph::Not, fmt.text(Key::NoCentral)),
            (true, None) => (Glyph::CentralBody, fmt.text(Key::YesCentral)),
            (true, Some(date)) => {
                (Glyph::FormerCentralBody, fmt.format(Key::YesCentralUntil, &[("date", &fmt.until(date))]))
            }
        }
    }

    /// Returns the events of a body in short: `created 1997; dissolved December 1999`.
    pub fn body_events(self, id: BodyId) -> String {
        let fmt = self;
        let event = |e: &BodyEvent| {
            let word = fmt.text(body_event_label(e.kind));
            e.date.map_or(word.clone(), |date| format!("{word}, {}", fmt.date(date)))
        };
        self.ds.body(id).events.iter().map(event).collect::<Vec<_>>().join("; ")
    }

    /// Returns a kind of assistance, followed by "planned" if it had not yet been given.
    pub fn assistance(self, help: &Assistance) -> String {
        let fmt = self;
        let kind = fmt.text(assistance_kind(help.kind));
        if help.planned { format!("{kind} ({})", fmt.text(Key::EventPlanned)) } else { kind }
    }
}
