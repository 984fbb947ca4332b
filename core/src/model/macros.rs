//! How the types of the bundle are written down: one list gives the struct, its JSON and its reading.

macro_rules! raw {
    ($($(#[$doc:meta])* $name:ident { $($(#[$f:meta])* $field:ident $([$absent:expr])? : $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$f])* pub $field: $ty),* }
        impl Read for $name {
            fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
                let mut fields = reader.object(value, at)?;
                $(let $field: Option<$ty> = reader.field(&mut fields, stringify!($field), absent!($($absent)?), at);)*
                reader.rest(&fields, at);
                Some(Self { $($field: $field?),* })
            }
        }
    )*};
}

/// What stands for a field that may be missing.
macro_rules! absent {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$v:meta])* $variant:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$v])* $variant),* }
        impl $name {
            /// Every value, in the order of the codebook.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The value's id, as in the dataset and in links.
            pub fn id(self) -> String {
                kebab([$(stringify!($variant)),*][self as usize])
            }
        }
        impl Read for $name {
            fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
                let position = reader.word(&value, &[$(stringify!($variant)),*], at)?;
                Self::ALL.get(position).copied()
            }
        }
    )*};
}

/// The checked types: plain structs.
macro_rules! checked {
    ($($(#[$doc:meta])* $name:ident { $($(#[$f:meta])* $field:ident : $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[$f])* pub $field: $ty),* }
    )*};
}
