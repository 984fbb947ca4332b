//! Commands of the deck's buttons, as `data-do="deck:…"` carries them.
//!
//! The panel of questions sends one more, `answer:`, with a line each for link, sentence and notes.

/// A command of the deck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeckCommand {
    /// `add`: adds the view that is shown.
    Add,
    /// `up:2`: moves a slide one place up, by its position from 0.
    Up(usize),
    /// `down:2`: moves a slide one place down.
    Down(usize),
    /// `remove:2`: removes a slide.
    Remove(usize),
    /// `generated:2`: returns to the generated title.
    Generated(usize),
    /// `present:2`: presents full screen from a slide.
    Present(usize),
    /// `show:2`: shows a slide while presenting.
    Show(usize),
    /// `undo`: returns to the deck before the last command.
    Undo,
    /// `ready`: replaces the deck with the ready-made one.
    ReadyMade,
    /// `clear`: starts a new deck.
    Clear,
    /// `save`: saves the deck as a file.
    Save,
    /// `pptx`: downloads the deck as a presentation.
    DownloadDeck,
    /// `view-pptx`: downloads the view that is shown as a presentation.
    DownloadSlides,
    /// `view-docx`: downloads the view as a document.
    DownloadDocument,
    /// `view-svg`: downloads the view as a picture.
    DownloadSvg,
    /// `view-png`: downloads the view as a picture of points.
    DownloadPng,
    /// `copy-png`: copies the view as a picture of points.
    CopyPicture,
    /// `app`: downloads the app as one file, with the deck and the saved groupings in it.
    SaveApp,
    /// `link`: copies a link that holds the deck.
    CopyLink,
    /// `use`: replaces the deck with that of the link.
    UseShared,
    /// `dismiss`: hides the errors of a file.
    Dismiss,
    /// `save-unread`: saves what the browser kept and could not be read.
    SaveUnread,
    /// `forget-unread`: deletes what the browser kept and could not be read.
    ForgetUnread,
    /// `blank`: blanks the screen, or shows it again.
    Blank,
    /// `notes`: opens the notes, or closes those in the page.
    Notes,
    /// `end`: ends presenting.
    End,
}

/// Makes a command of the position of a slide.
type Placed = fn(usize) -> DeckCommand;

impl DeckCommand {
    /// Parses a name without `deck:`; `None` if there is no such command.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some((kind, position)) = name.split_once(':') {
            let position = position.parse().ok()?;
            return Self::PLACED.iter().find(|(word, _)| *word == kind).map(|(_, of)| of(position));
        }
        Self::PLAIN.iter().find(|(word, _)| *word == name).map(|(_, command)| *command)
    }

    /// Returns the name without `deck:`.
    pub fn name(self) -> String {
        let at = match self {
            Self::Up(at)
            | Self::Down(at)
            | Self::Remove(at)
            | Self::Generated(at)
            | Self::Present(at)
            | Self::Show(at) => at,
            plain => {
                let found = Self::PLAIN.iter().find(|(_, command)| *command == plain);
                return found.map_or_else(String::new, |(word, _)| (*word).to_owned());
            }
        };
        let found = Self::PLACED.iter().find(|(_, of)| of(at) == self);
        found.map_or_else(String::new, |(word, _)| format!("{word}:{at}"))
    }

    /// Returns the attribute of a button.
    pub fn on_button(self) -> String {
        format!("deck:{}", self.name())
    }

    const PLACED: &'static [(&'static str, Placed)] = &[
        ("up", Self::Up),
        ("down", Self::Down),
        ("remove", Self::Remove),
        ("generated", Self::Generated),
        ("present", Self::Present),
        ("show", Self::Show),
    ];

    const PLAIN: &'static [(&'static str, Self)] = &[
        ("add", Self::Add),
        ("undo", Self::Undo),
        ("ready", Self::ReadyMade),
        ("clear", Self::Clear),
        ("save", Self::Save),
        ("pptx", Self::DownloadDeck),
        ("view-pptx", Self::DownloadSlides),
        ("view-docx", Self::DownloadDocument),
        ("view-svg", Self::DownloadSvg),
        ("view-png", Self::DownloadPng),
        ("copy-png", Self::CopyPicture),
        ("app", Self::SaveApp),
        ("link", Self::CopyLink),
        ("use", Self::UseShared),
        ("dismiss", Self::Dismiss),
        ("save-unread", Self::SaveUnread),
        ("forget-unread", Self::ForgetUnread),
        ("blank", Self::Blank),
        ("notes", Self::Notes),
        ("end", Self::End),
    ];
}
