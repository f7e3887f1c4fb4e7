//! What can be wrong with JSON text. Small values only: the words are made elsewhere, in two languages.

use super::tree::NodeId;
use crate::text::Span;

/// The catalogue's code of a fault in the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SyntaxCode {
    /// RFC 8259 is broken.
    S001,
    /// Not UTF-8, or a lone surrogate escape.
    S003,
    /// Nested too deep.
    S004,
    /// Too many values.
    S005,
}

impl SyntaxCode {
    /// The code as written: `S001`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::S001 => "S001",
            Self::S003 => "S003",
            Self::S004 => "S004",
            Self::S005 => "S005",
        }
    }
}

/// Which fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// A comma before a closing bracket; on the comma.
    TrailingComma,
    /// Two members or items without a comma between them; on the second.
    MissingComma,
    /// A key without a colon; on what stands there instead.
    MissingColon,
    /// A string in single quotes; on the whole string.
    SingleQuotes,
    /// A comment; on the whole comment.
    Comment,
    /// A key without quotes; on the key.
    UnquotedKey,
    /// A word that is no value (`NaN`, `True`, `tru`); on the word.
    BadLiteral,
    /// A number that JSON does not write so (`01`, `+1`, `.5`, `0x10`); on all of it.
    BadNumber,
    /// A raw control character in a string; on the first one.
    ControlCharacter,
    /// An escape that JSON does not have; on the first one of a string.
    BadEscape,
    /// A string that does not end on its line; on the string.
    UnclosedString,
    /// Brackets still open at the end of the file; empty, behind the last token.
    UnclosedBracket,
    /// A closing bracket of the other kind; on the bracket.
    WrongBracket,
    /// No value (or key) where one should be; on what stands there instead.
    MissingValue,
    /// A token that has no business there; on the token.
    UnexpectedToken,
    /// Something behind the root value; on its first token.
    SecondRoot,
    /// A text without any value; empty, at the end of the file.
    NoValue,
    /// Bytes that are not UTF-8; on the first of them.
    NotUtf8,
    /// Half of a surrogate pair; on the escape.
    LoneSurrogate,
    /// The bracket that opens one level too many.
    TooDeep,
    /// More values than the limit; no place.
    TooManyValues,
}

impl Case {
    /// The case's name in kebab-case: `trailing-comma`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TrailingComma => "trailing-comma",
            Self::MissingComma => "missing-comma",
            Self::MissingColon => "missing-colon",
            Self::SingleQuotes => "single-quotes",
            Self::Comment => "comment",
            Self::UnquotedKey => "unquoted-key",
            Self::BadLiteral => "bad-literal",
            Self::BadNumber => "bad-number",
            Self::ControlCharacter => "control-character",
            Self::BadEscape => "bad-escape",
            Self::UnclosedString => "unclosed-string",
            Self::UnclosedBracket => "unclosed-bracket",
            Self::WrongBracket => "wrong-bracket",
            Self::MissingValue => "missing-value",
            Self::UnexpectedToken => "unexpected-token",
            Self::SecondRoot => "second-root",
            Self::NoValue => "no-value",
            Self::NotUtf8 => "not-utf8",
            Self::LoneSurrogate => "lone-surrogate",
            Self::TooDeep => "too-deep",
            Self::TooManyValues => "too-many-values",
        }
    }

    /// The code that the case is reported under.
    #[must_use]
    pub const fn code(self) -> SyntaxCode {
        match self {
            Self::NotUtf8 | Self::LoneSurrogate => SyntaxCode::S003,
            Self::TooDeep => SyntaxCode::S004,
            Self::TooManyValues => SyntaxCode::S005,
            _ => SyntaxCode::S001,
        }
    }
}

/// What stands at the place of the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// `{`
    OpenBrace,
    /// `}`
    CloseBrace,
    /// `[`
    OpenBracket,
    /// `]`
    CloseBracket,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A string, broken or not.
    String,
    /// A number, broken or not.
    Number,
    /// `true`, `false` or `null`.
    Literal,
    /// A run of characters that is no token of JSON.
    Word,
    /// A comment.
    Comment,
    /// White space or a control character that JSON does not have, raw.
    Character,
    /// An escape in a string.
    Escape,
    /// A byte that is not UTF-8.
    Byte,
    /// The end of the line.
    EndOfLine,
    /// The end of the file.
    EndOfFile,
}

impl Found {
    /// The name in kebab-case, for texts: `open-brace`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OpenBrace => "open-brace",
            Self::CloseBrace => "close-brace",
            Self::OpenBracket => "open-bracket",
            Self::CloseBracket => "close-bracket",
            Self::Comma => "comma",
            Self::Colon => "colon",
            Self::String => "string",
            Self::Number => "number",
            Self::Literal => "literal",
            Self::Word => "word",
            Self::Comment => "comment",
            Self::Character => "character",
            Self::Escape => "escape",
            Self::Byte => "byte",
            Self::EndOfLine => "end-of-line",
            Self::EndOfFile => "end-of-file",
        }
    }
}

/// What should have stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expected {
    /// A value.
    Value,
    /// A value or `]`.
    ValueOrCloseBracket,
    /// A key in double quotes.
    Key,
    /// A key in double quotes or `}`.
    KeyOrCloseBrace,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// `,` or `]`
    CommaOrCloseBracket,
    /// `,` or `}`
    CommaOrCloseBrace,
    /// `{`
    OpenBrace,
    /// `]`
    CloseBracket,
    /// `}`
    CloseBrace,
    /// A string in double quotes.
    DoubleQuotes,
    /// The quote that ends the string.
    ClosingQuote,
    /// A number as JSON writes it.
    Number,
    /// An escape that JSON has.
    Escape,
    /// The other half of a surrogate pair.
    SurrogatePair,
    /// Text in UTF-8.
    Utf8,
    /// The end of the file.
    EndOfFile,
    /// Nothing at all.
    Nothing,
    /// At most so many levels or values as the limit says.
    Limit,
}

impl Expected {
    /// The name in kebab-case, for texts: `comma-or-close-brace`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::ValueOrCloseBracket => "value-or-close-bracket",
            Self::Key => "key",
            Self::KeyOrCloseBrace => "key-or-close-brace",
            Self::Colon => "colon",
            Self::Comma => "comma",
            Self::CommaOrCloseBracket => "comma-or-close-bracket",
            Self::CommaOrCloseBrace => "comma-or-close-brace",
            Self::OpenBrace => "open-brace",
            Self::CloseBracket => "close-bracket",
            Self::CloseBrace => "close-brace",
            Self::DoubleQuotes => "double-quotes",
            Self::ClosingQuote => "closing-quote",
            Self::Number => "number",
            Self::Escape => "escape",
            Self::SurrogatePair => "surrogate-pair",
            Self::Utf8 => "utf8",
            Self::EndOfFile => "end-of-file",
            Self::Nothing => "nothing",
            Self::Limit => "limit",
        }
    }
}

/// Replacements in the original text, in order and apart from each other; an empty span inserts.
pub type TextFix = Vec<(Span, String)>;

/// One fault in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// The code that it is reported under.
    pub code: SyntaxCode,
    /// Which fault it is.
    pub case: Case,
    /// The offending token (bytes in the original); `None` for S005.
    pub span: Option<Span>,
    /// The innermost value around; the value itself where the fault lies in its own token; `None` without a root.
    pub node: Option<NodeId>,
    /// What stands there.
    pub found: Found,
    /// What should stand there.
    pub expected: Expected,
    /// The container whose bracket is not closed, or closed by the wrong one.
    pub opening: Option<NodeId>,
    /// How many containers the fault leaves open; 0 where it is not about brackets.
    pub open_count: u32,
    /// The safe fix, where there is one.
    pub fix: Option<TextFix>,
}
