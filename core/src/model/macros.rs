//! Macros that declare the types of the bundle.
//!
//! One list gives the struct, its JSON and its reader.

macro_rules! raw_record {
    ($(
        $(#[$doc:meta])*
        $name:ident { $($(#[$f:meta])* $field:ident $([$optional:ident])? : $ty:ty),* $(,)? }
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default, Serialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$f])* pub $field: $ty),* }
        impl Read for $name {
            fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
                let mut fields = reader.object(value, at);
                let read = Self {
                    $($field: reader.field(&mut fields, stringify!($field), may_miss!($($optional)?), at)),*
                };
                reader.rest(&fields, at);
                read
            }
        }
    )*};
}

/// Whether a field may be missing: only one marked `[optional]`.
macro_rules! may_miss {
    () => {
        false
    };
    (optional) => {
        true
    };
}

macro_rules! string_enum {
    ($($(#[$doc:meta])* $name:ident { $($(#[$v:meta])* $variant:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$v])* $variant),* }
        impl $name {
            /// Every value, in the order of the codebook.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// Id of the value, as in the dataset and in links.
            pub fn id(self) -> String {
                kebab([$(stringify!($variant)),*][self as usize])
            }
        }
        /// The first value.
        ///
        /// The reader returns it, and records a problem, where a value could not be read.
        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }
        impl Read for $name {
            fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
                Self::ALL[reader.word(&value, &[$(stringify!($variant)),*], at)]
            }
        }
    )*};
}
