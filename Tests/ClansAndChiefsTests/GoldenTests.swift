import ClansAndChiefs
import Logic
import Testing
import Vocabulary

/// The vectors of section S of the facts.
@Suite("Clans and chiefs: golden vectors")
struct GoldenTests {}
