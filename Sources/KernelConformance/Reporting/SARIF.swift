/// The part of a SARIF 2.1.0 log that findings need (OASIS: Static Analysis Results Interchange
/// Format), with the names that the standard has.
struct SARIF: Encodable {
  struct Text: Encodable { var text: String }

  struct Rule: Encodable {
    var id: String
    var shortDescription: Text
    var fullDescription: Text
    /// Without it GitHub takes no rule.
    var help: Text
    var defaultConfiguration = Configuration()
  }

  struct Configuration: Encodable { var level = "error" }

  struct Driver: Encodable {
    var name = "l4"
    var semanticVersion: String?
    var rules: [Rule]
  }

  struct Tool: Encodable { var driver: Driver }

  struct ArtifactLocation: Encodable { var uri: String }

  /// A whole line: GitHub wants to know of columns too.
  struct Region: Encodable {
    var startLine: Int
    var startColumn = 1
    var endLine: Int
    /// One behind the last character.
    var endColumn: Int
    var snippet: Text?

    init(line: Int, _ text: String?) {
      startLine = line
      endLine = line
      endColumn = (text?.unicodeScalars.count ?? 0) + 1
      snippet = text.map { Text(text: $0) }
    }
  }

  struct PhysicalLocation: Encodable {
    var artifactLocation: ArtifactLocation
    var region: Region
  }

  struct Location: Encodable { var physicalLocation: PhysicalLocation }

  struct Suppression: Encodable {
    var kind = "external"
    var status = "accepted"
    var justification: String
  }

  struct ResultProperties: Encodable {
    var facts: [String]
    var chapters: [String]
    var programs: Int
    var origin: String
    var isReproducible: Bool
    /// The program file as it is, for whoever has not got the file.
    var program: String
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level = "error"
    var kind = "fail"
    var message: Text
    var locations: [Location]
    var partialFingerprints: [String: String]
    /// Empty for what nobody has declared: then the standard says that there is no suppression.
    var suppressions: [Suppression]
    var properties: ResultProperties?
  }

  struct Invocation: Encodable {
    struct Notification: Encodable {
      var level = "warning"
      var message: Text
    }

    var executionSuccessful: Bool
    var toolExecutionNotifications: [Notification]
  }

  struct RunProperties: Encodable {
    var kernel: String
    var profile: String
    var seed: UInt64
    var verdict: String
    var passed: Int
    var failed: Int
    var skipped: [String: Int]
  }

  struct Run: Encodable {
    var tool: Tool
    var invocations: [Invocation]
    var results: [Result]
    var columnKind = "unicodeCodePoints"
    var properties: RunProperties
  }

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]
}
