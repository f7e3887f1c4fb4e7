//! Days and the dates of documents, which may know only a year or a month.

/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day of a year (1-9999), month (1-12) and day of the month; `None` where no calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) || day == 0 || day > month_length(year, month)? {
            return None;
        }
        Some(Self(days_from_civil(year, i32::from(month), i32::from(day))))
    }

    /// Reads `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let date = Date::parse(text)?;
        (text.len() == 10).then_some(date.first)
    }

    /// The day so many days later.
    #[must_use]
    pub fn after(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days))
    }

    /// The year, month and day of the month.
    #[must_use]
    pub fn civil(self) -> (i32, u8, u8) {
        civil_from_days(self.0)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A date as a document states it: every day from `first` to `last` is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The first day that it can mean.
    pub first: Day,
    /// The last day that it can mean.
    pub last: Day,
}

impl Date {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `None` where it has another form or no calendar has it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if !Self::has_form(text) {
            return None;
        }
        let year = text.get(0..4)?.parse().ok()?;
        let Some(month) = text.get(5..7) else {
            return Some(Self { first: Day::new(year, 1, 1)?, last: Day::new(year, 12, 31)? });
        };
        let month = month.parse().ok()?;
        let Some(day) = text.get(8..10) else {
            let last = month_length(year, month)?;
            return Some(Self { first: Day::new(year, month, 1)?, last: Day::new(year, month, last)? });
        };
        let day = Day::new(year, month, day.parse().ok()?)?;
        Some(Self { first: day, last: day })
    }

    /// Whether a text has the form of a date, whatever the calendar says of it.
    #[must_use]
    pub fn has_form(text: &str) -> bool {
        let fits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
        matches!(text.len(), 4 | 7 | 10) && text.bytes().enumerate().all(fits)
    }

    /// Whether every day that it can mean is before every day that the other can mean.
    #[must_use]
    pub fn before(self, other: Self) -> bool {
        self.last < other.first
    }

    /// Whether no day that it can mean is after a day that the other can mean.
    #[must_use]
    pub fn not_after(self, other: Self) -> bool {
        self.last <= other.first
    }
}

/// As a document writes it: a day, a month or a year.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let day = self.first.to_string();
        let (year, month) = (day.get(..4).unwrap_or_default(), day.get(..7).unwrap_or_default());
        let shown = [year, month].into_iter().find(|text| Self::parse(text) == Some(*self));
        f.write_str(shown.unwrap_or(&day))
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        Self { first: day, last: day }
    }
}

/// The number of days in a month; `None` for a month outside 1-12.
fn month_length(year: i32, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

/// Days since 1970-01-01, by counting from March so that the leap day comes last.
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i32) -> (i32, u8, u8) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let mp = (5 * day_of_year + 2) / 153;
    let day = u8::try_from(day_of_year - (153 * mp + 2) / 5 + 1).unwrap_or(1);
    let month = u8::try_from(if mp < 10 { mp + 3 } else { mp - 9 }).unwrap_or(1);
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_and_counted_back() {
        assert_eq!(Day::new(1970, 1, 1), Some(Day(0)));
        for days in [-719_162, -1, 0, 59, 11_016, 18_261, 2_932_896] {
            let (y, m, d) = civil_from_days(days);
            assert_eq!(Day::new(y, m, d), Some(Day(days)));
        }
        assert_eq!(Day::parse("2026-12-31").unwrap().after(1), Day::parse("2027-01-01").unwrap());
        assert_eq!(Day(0).after(u32::MAX), Day(i32::MAX));
    }

    #[test]
    fn a_date_that_no_calendar_has_is_none() {
        for text in ["2019-02-29", "2020-13", "0000", "2020-1-01", "20200101", "2020-00-10", "+020"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2020-02-29").is_some());
    }

    #[test]
    fn a_date_is_shown_as_it_is_written() {
        for text in ["2019", "2019-02", "2020-02-29", "0001-12", "9999-12-31"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_comparison_holds_only_for_every_possible_day() {
        let year = Date::parse("2019").unwrap();
        let june = Date::parse("2019-06").unwrap();
        let next = Date::parse("2020-01-01").unwrap();
        assert!(!year.before(june) && !june.before(year));
        assert!(year.before(next) && june.before(next));
        assert!(year.not_after(next) && !next.not_after(year));
    }
}
