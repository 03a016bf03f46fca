/* Signed distances of the things of paper and glass: calendar, coupon, phone, bank card, chart.
 *
 * Included by renderer.c after its building blocks. Every shape faces +z, y is up, and all fit within the radius BOUND.
 * Materials: 0 main, 1 second, 2 metal trim, 3 dark, 4 white, 5 warm accent, 6 glass blue.
 */

/* flat shape d2 standing out of the plane z = floor by h */
INLINE float raised(float d2, float z, float floor, float h, float r) { return extrude(d2, z - floor, h, r); }

/* triangle with its base on u = 0 between v = -w and w, and its tip at u = length; exact */
INLINE float arrow_head(float u, float v, float length, float w) {
    float av = abs1(v), side = av * length + u * w - length * w;
    float d = min1(segment(u, av, 0, w, length, 0), segment(u, av, 0, 0, 0, w));
    return u > 0 && side < 0 ? -d : d;
}

/* point-symmetric about the origin, 0.9 high: one ring stands for both */
INLINE float percent(float x, float y) {
    float s = y > x ? 1.f : -1.f;
    float ring = abs1(len2(x * s + .215f, y * s - .235f) - .125f);
    return min1(ring, segment(x, y, -.20f, -.36f, .20f, .36f));
}

INLINE float calendar(float x, float y, float z, int variant, float *material) {
    float d = box3(x, y, z + .07f, .82f, .82f, .12f, .10f), m = 1;
    PART(box3(x, y + .09f, z - .03f, .75f, .66f, .12f, .07f), 4);
    PART(box3(x, y - .56f, z - .02f, .82f, .26f, .19f, .10f), 0);
    PART(len2(len2(y - .78f, z - .04f) - .235f, abs1(x) - .38f) - .068f, 2);
    float page = y + .25f;
    if (variant == 0) {
        float ax = abs1(abs1(x) - .34f) - .17f, ay = abs1(page), row = ay > .15f ? ay - .30f : ay;
        PART(raised(box2(ax, row, .122f, .105f, .04f), z, .15f, .075f, .035f), x > 0 && x < .34f && ay < .15f ? 5 : 0);
    } else {
        float mark = min1(segment(x, page, -.38f, .04f, -.10f, -.25f), segment(x, page, -.10f, -.25f, .42f, .29f)) - .13f;
        PART(raised(mark, z, .15f, .11f, .05f), 0);
    }
    *material = m;
    return d;
}

INLINE float coupon(float x, float y, float z, int variant, float *material) {
    z += .13f * x * (1.f - x * x);                     /* paper is never quite flat */
    float ax = abs1(x), outline = box2(x, y, 1.10f, .74f, .13f);
    outline = smax(outline, .20f - len2(ax - 1.10f, y), .05f);
    float d = extrude(outline, z, .10f, .05f), m = 2;
    PART(extrude(outline + .075f, z, .125f, .04f), x > .46f ? 5 : 0);
    float dash = abs1(abs1(y) - .32f) - .16f;
    PART(raised(box2(x - .46f, dash, .032f, .095f, .032f), z, .125f, .035f, .02f), 4);
    float sx = x + .32f, sign;
    if (variant == 0) sign = percent(sx * .8f, y * .8f) * 1.25f - .09f;
    else sign = yuan(sx * .88f, y * .88f) * 1.136f - .095f;
    PART(raised(sign, z, .125f, .075f, .035f), 4);
    *material = m;
    return d * .94f;
}

/* three rising bars in the plane, the middle one at x = 0; a = half width, their feet at y = floor */
INLINE float rising(float x, float y, float floor, float pitch, float a, float low, float step, float r) {
    float d = 9;
    for (int i = -1; i < 2; i++) {
        float half = (low + step * (i + 1)) * .5f;
        d = min1(d, box2(x - pitch * i, y - floor - half, a, half, r));
    }
    return d;
}

INLINE float phone(float x, float y, float z, int variant, float *material) {
    float d = extrude(box2(x, y, .66f, 1.12f, .20f), z, .14f, .07f), m = 0;
    PART(extrude(box2(x, y, .565f, 1.025f, .13f), z - .03f, .13f, .02f), 4);
    PART(raised(box2(x, y - .89f, .16f, .05f, .05f), z, .15f, .03f, .02f), 3);
    if (variant == 0) {
        PART(raised(rising(x, y, -.84f, .345f, .13f, .42f, .22f, .045f), z, .16f, .16f, .045f), 0);
        float u = .80f * x + .60f * (y - .40f), v = -.60f * x + .80f * (y - .40f);
        float arrow = min1(box2(u + .10f, v, .38f, .095f, .06f), arrow_head(u - .14f, v, .31f, .235f) - .055f);
        PART(raised(arrow, z, .16f, .16f, .05f), 5);
    } else {
        PART(raised(box2(x, y + .66f, .38f, .125f, .125f), z, .16f, .08f, .045f), 0);
        float cy = y - .16f, cz = z - .38f, r = len2(x, cy);
        float c = disc(x, cy, cz, .56f, .12f, .045f);
        c = smax(c, -max1(r - .445f, .075f - cz), .02f);
        c = min1(c, raised(yuan(x * 1.42f, cy * 1.42f) * .70f - .07f, cz, .075f, .045f, .02f));
        PART(c, 2);
    }
    *material = m;
    return d;
}

INLINE float card(float x, float y, float z, int variant, float *material) {
    (void)variant;
    float X = .978f * x - .208f * y, Y = .208f * x + .978f * y;   /* held at a slant of 12 degrees */
    float outline = box2(X, Y, 1.12f, .72f, .15f), d = extrude(outline, z, .085f, .05f), m = 0;
    float across = .80f * X + .60f * Y - .62f;
    m = abs1(across) < .22f ? 1 : 0;
    float cx = X + .62f, cy = Y - .10f, chip = box2(cx, cy, .235f, .185f, .06f);
    float groove = min1(abs1(abs1(cy) - .065f), abs1(box2(cx, cy, .09f, .5f, .02f))) - .012f;
    PART(smax(raised(chip, z, .085f, .05f, .03f), -max1(groove, .11f - z), .015f), 2);
    float wx = X + .27f, r = len2(wx, cy), wave = abs1(abs1(r - .24f) - .09f) - .036f;
    PART(raised(smax(wave, (abs1(cy) - .85f * wx) * .76f, .03f), z, .085f, .04f, .02f), 4);
    float group = abs1(abs1(X) - .41f) - .205f;
    PART(raised(box2(group, Y + .42f, .15f, .055f, .05f), z, .085f, .045f, .025f), 4);
    *material = m;
    return d;
}

INLINE float chart(float x, float y, float z, int variant, float *material) {
    (void)variant;
    float d = box3(x, y + .88f, z, 1.02f, .11f, .42f, .08f), m = 4;
    PART(extrude(rising(x, y, -.80f, .63f, .235f, .46f, .33f, .06f), z, .26f, .06f), 0);
    /* the arrow climbs along an arc of radius 2.28 about (-1.35, 2.13), heading 10 degrees up at first, 50 at the end */
    float arc = abs1(len2(x + 1.347f, y - 2.126f) - 2.28f) - .115f;
    float u = .643f * (x - .40f) + .766f * (y - .66f), v = -.766f * (x - .40f) + .643f * (y - .66f);
    float shaft = smax(arc, max1(u - .04f, -.985f * (x + .95f) - .174f * (y + .12f)), .05f);
    PART(extrude(min1(shaft, arrow_head(u, v, .36f, .27f) - .075f), z, .15f, .065f), 2);
    *material = m;
    return d;
}
