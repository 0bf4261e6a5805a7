import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.List;

/** Keeps one JVM alive: reads files DAY.NUMBER.txt of a folder, `java HeidelTimeDriver CONFIG FOLDER LANGUAGE PASSES`. */
public class HeidelTimeDriver {
    public static void main(String[] args) throws Exception {
        Language language = Language.getLanguageFromString(args[2]);
        HeidelTimeStandalone tagger =
                new HeidelTimeStandalone(language, DocumentType.NEWS, OutputType.TIMEML, args[0], POSTagger.TREETAGGER);
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        List<Path> files;
        try (var found = Files.list(Path.of(args[1]))) {
            files = found.sorted().toList();
        }
        int timexes = 0;
        for (int pass = 0; pass < Integer.parseInt(args[3]); pass++) {
            timexes = 0;
            for (Path file : files) {
                String day = file.getFileName().toString().split("\\.")[0];
                String marked = tagger.process(Files.readString(file), days.parse(day));
                timexes += marked.split("<TIMEX3 ", -1).length - 1;
            }
        }
        System.out.println(timexes);
    }
}
