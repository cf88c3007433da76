package dev.encargo.invoices.pdf;

import static dev.encargo.invoices.pdf.Grid.LEFT;
import static dev.encargo.invoices.pdf.Grid.RIGHT;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Seller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The top of a page: on the first one seller, title, buyer and the facts; on the others one line to know it by.
final class Letterhead {
    private static final double FACTS = 322;

    private final Paper paper;

    Letterhead(Paper paper) {
        this.paper = paper;
    }

    /// Draws the first page's head and returns where the content begins.
    double drawFirst(Sheet sheet) {
        sheet.box(0, 0, Sheet.WIDTH, 5, Ink.ACCENT);
        double seller = seller(sheet, 62);
        sheet.textEndingAt(RIGHT, 66, Style.TITLE, paper.title());
        sheet.textEndingAt(RIGHT, 85, Style.NUMBER, paper.number());
        double top = Math.max(seller, 112) + 26;
        double buyer = buyer(sheet, top);
        double facts = facts(sheet, top);
        return Math.max(buyer, facts) + 22;
    }

    /// Draws a following page's head and returns where the content begins.
    double drawNext(Sheet sheet) {
        sheet.box(0, 0, Sheet.WIDTH, 5, Ink.ACCENT);
        sheet.text(
                LEFT,
                44,
                Style.STRONG,
                Text.wrap(paper.bill().seller().name(), Style.STRONG, 300).getFirst());
        sheet.textEndingAt(RIGHT, 44, Style.SMALL, paper.title() + " " + paper.number());
        return 66;
    }

    private double seller(Sheet sheet, double top) {
        Seller seller = paper.bill().seller();
        double y = top;
        for (String line : Text.wrap(seller.name(), Style.BRAND, 260)) {
            sheet.text(LEFT, y, Style.BRAND, line);
            y += 18;
        }
        y -= 3;
        for (String line : addressLines(seller)) {
            sheet.text(LEFT, y, Style.SMALL, line);
            y += 11;
        }
        return y;
    }

    private List<String> addressLines(Seller seller) {
        List<String> lines = new ArrayList<>();
        for (String part : seller.address().split(",", -1)) {
            lines.addAll(Text.wrap(part, Style.SMALL, 260));
        }
        lines.addAll(Text.wrap(paper.words().taxId() + " " + seller.taxId(), Style.SMALL, 260));
        return lines;
    }

    private double buyer(Sheet sheet, double top) {
        sheet.text(LEFT, top, Style.HEADING, paper.words().billedTo().toUpperCase(Locale.ROOT));
        double y = top + 16;
        @Nullable Confidential buyer = paper.bill().buyer();
        y = lines(sheet, y, Style.STRONG, wrapped(buyerName(buyer), Style.STRONG));
        return lines(sheet, y, Style.BODY, buyerLines(buyer));
    }

    private static double lines(Sheet sheet, double top, Style style, List<String> lines) {
        double y = top;
        for (String line : lines) {
            sheet.text(LEFT, y, style, line);
            y += 13;
        }
        return y;
    }

    private List<String> buyerLines(@Nullable Confidential buyer) {
        List<String> lines = new ArrayList<>();
        if (buyer != null && buyer.shippingAddress() != null) {
            address(buyer.shippingAddress()).forEach(part -> lines.addAll(wrapped(part, Style.BODY)));
        }
        if (buyer != null && buyer.taxId() != null) {
            lines.addAll(wrapped(paper.words().taxId() + " " + buyer.taxId(), Style.BODY));
        }
        return lines;
    }

    private String buyerName(@Nullable Confidential buyer) {
        @Nullable String name = buyer == null ? null : buyer.name();
        return name == null || name.isBlank()
                ? paper.words().customer() + " " + paper.bill().customerId()
                : name;
    }

    private static List<String> wrapped(String text, Style style) {
        return Text.wrap(text, style, FACTS - LEFT - 24);
    }

    private List<String> address(Address address) {
        List<String> lines = new ArrayList<>();
        lines.add(address.line1());
        if (address.line2() != null) {
            lines.add(address.line2());
        }
        String region = address.region() == null ? "" : ", " + address.region();
        lines.add(address.postalCode() + " " + address.city() + region);
        lines.add(Locale.of("", Text.clean(address.country()))
                .getDisplayCountry(Locale.of(paper.figures().language())));
        return lines;
    }

    private double facts(Sheet sheet, double top) {
        Words words = paper.words();
        double y = top;
        @Nullable Filed corrected = paper.corrected();
        if (corrected != null) {
            y = fact(sheet, y, words.corrects(), corrected.number());
        }
        y = fact(sheet, y, words.date(), paper.figures().date(paper.date()));
        y = fact(sheet, y, words.orderDate(), paper.figures().date(paper.bill().ordered()));
        return fact(sheet, y, words.order(), paper.bill().orderId());
    }

    private static double fact(Sheet sheet, double y, String label, String value) {
        sheet.text(FACTS, y, Style.SMALL, label);
        sheet.textEndingAt(RIGHT, y, Style.BODY, Text.clean(value));
        return y + 15;
    }
}
