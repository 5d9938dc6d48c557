import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF's engine over the files that are named: «ok FILE» or «no FILE» a line, and under it each rule that is broken. */
public class PdfaJudge {
  public static void main(String[] files) {
    VeraGreenfieldFoundryProvider.initialise();
    boolean all = true;
    for (String file : files) {
      Map<String, String> broken = new TreeMap<>();
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.PDFA_2_B);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
        ValidationResult result = validator.validate(parser);
        for (TestAssertion test : result.getTestAssertions())
          if (test.getStatus() == TestAssertion.Status.FAILED)
            broken.putIfAbsent(test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber(), test.getMessage());
        if (!result.isCompliant() && broken.isEmpty()) broken.put("?", "not compliant");
      } catch (Exception fault) {
        broken.put("?", fault.toString());
      }
      System.out.println((broken.isEmpty() ? "ok " : "no ") + file);
      broken.forEach((rule, message) -> System.out.println("   " + rule + " " + message));
      all = all && broken.isEmpty();
    }
    System.exit(all ? 0 : 1);
  }
}
