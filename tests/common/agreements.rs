//! Agreements for the tests of the program as a process, from its command line and over its pipe.

/// An agreement without findings.
pub(crate) const CLEAN: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "proef-a",
  "partner": { "naam": "Proefpartner", "kerntaken": ["beheerder"] },
  "reikwijdte": "regionaal",
  "regios": ["VR17"],
  "fase": "verkenning",
  "samenwerkingen": [{ "kerntaak": "beheerder" }]
}
"#;

/// The agreement with a region that does not exist: an error, D109, in line 6 from byte 13 on.
pub(crate) fn faulty() -> String {
    CLEAN.replace("VR17", "VR99")
}
