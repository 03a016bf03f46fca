/* Goods: wallet (with banknotes, with card), rocket (with flame), trophy (star, plain), safe (round dial).
 *
 * Included by renderer.c after PART, in the same terms: the distance is returned, *material is the number of the
 * nearest material: 0 main, 1 second, 2 metal trim, 3 dark, 4 white, 5 flame, 6 glass.
 *
 * Flattering views (yaw, pitch in degrees: three-quarter, front, right, top):
 *   wallet  (-30, 13) (0, 6) (32, 13) (-22, 34)      6 is the print of the banknotes (green) or the front card (blue)
 *   rocket  (-26, 8)  (0, 4) (30, 8)  (-18, 24)      5 should be brighter than 1, as nothing here glows
 *   trophy  (-20, 13) (0, 6) (20, 13) (-14, 36)      1 is base and star: a plain colour under a metal main
 *   safe    (-36, 15) (0, 6) (36, 15) (-26, 32)
 */

/* folds the plane so that three spokes 120 degrees apart, one of them along +y, all come to lie along +y */
#define FOLD3(x, y) do { x = abs1(x); float t_ = 2 * max1(.5f * x - .8660254f * y, 0); x -= .5f * t_; y += .8660254f * t_; } while (0)

/* solid of revolution between two arcs, half width w, tips at y = +-h, tips rounded by k; r = distance to the axis */
INLINE float spindle(float r, float y, float w, float h, float k) {
    float a = (h * h - w * w) / (2 * w), c = a + w;
    return smax(len2(r + a, y) - c, len2(r - a, y) - c, k);
}

INLINE float wallet(float x, float y, float z, int variant, float *material) {
    float puff = max1(.06f - .06f * (x * x + (y + .26f) * (y + .26f)), 0.f);
    float front = box3(x, y + .26f, z - .14f, .98f, .60f, .18f, .14f) - puff, back = box3(x, y + .19f, z + .15f, .98f, .67f, .14f, .12f);
    float core = box3(x, y + .30f, z, .945f, .54f, .20f, .06f);
    float d = smin(smin(front, back, .03f), core, .05f), m = front < min1(back, core) ? 0 : 1;
    /* dashed seam in a shallow groove, .12 inside the edge of the front */
    float sx = abs1(x) - .86f, sy = abs1(y + .26f) - .48f, line = abs1(box2(x, y + .26f, .86f, .48f, .06f));
    float along = sx > sy ? (y + .26f) * (3.5f / .48f) : x * (5.5f / .86f);   /* gaps fall on the corners */
    float dash = abs1(along - __builtin_rintf(along));
    float seam = z > .2f ? 1 : 0;
    d += .014f * smooth(.04f, .015f, line) * seam;
    m = seam > 0 && line < .018f && dash < .31f ? 4 : m;
    /* what peeks out between the two leaves */
    if (variant == 0) {
        float X = .985f * x + .174f * y, Y = -.174f * x + .985f * y;
        float b = box2(X + .10f, Y - .33f, .61f, .41f, .03f), r = len2(X + .10f, Y - .56f);
        PART(box3(X + .10f, Y - .33f, z + .05f, .70f, .50f, .036f, .034f), abs1(b) < .024f || r < .13f ? 4 : 6);
        X = .995f * x - .10f * y; Y = .10f * x + .995f * y;
        b = box2(X - .10f, Y - .16f, .61f, .39f, .03f); r = len2(X - .10f, Y - .40f);
        PART(box3(X - .10f, Y - .16f, z - .04f, .70f, .48f, .036f, .034f), abs1(b) < .024f || r < .13f ? 6 : 4);
    } else {
        float X = .974f * x + .225f * y, Y = -.225f * x + .974f * y;
        PART(box3(X + .04f, Y - .41f, z + .05f, .64f, .46f, .042f, .04f), abs1(Y - .66f) < .07f ? 3 : 4);
        X = .998f * x - .06f * y; Y = .06f * x + .998f * y;
        PART(box3(X - .06f, Y - .16f, z - .045f, .64f, .50f, .042f, .04f), box2(X + .26f, Y - .46f, .13f, .09f, .03f) < 0 ? 2 : 6);
    }
    /* strap round the right edge, with its button */
    float strap = smax(extrude(box2(x - .80f, y + .26f, .52f, .215f, .21f), z - .02f, .42f, .06f), x - 1.05f, .12f);
    PART(strap, 1);
    float bx = x - .50f, by = y + .26f, br = len2(bx, by);
    PART(smax(disc(bx, by, z - .45f, .125f, .05f, .035f), -max1(abs1(br - .075f) - .012f, .48f - z), .012f), 2);
    *material = m;
    return d;
}

INLINE float rocket(float px, float py, float z, int variant, float *material) {
    (void)variant;
    float x = .866f * px - .5f * py, y = .5f * px + .866f * py - .16f;   /* leans to the right */
    float r = len2(x, z), hull = spindle(r, y - .08f, .52f, 1.08f, .20f);
    float d = smax(hull, -.56f - y, .08f), m = y > .52f ? 0 : 4;
    PART(smax(hull - .028f, abs1(y - .52f) - .05f, .03f), 2);
    float fx = x, fz = -z;
    FOLD3(fx, fz);
    float fin = box2(fz - .54f, y + .44f + .62f * (fz - .46f) + .5f * max1(fz - .6f, 0) * (fz - .6f), .35f, .28f, .17f) * .8f;
    PART(extrude(fin, fx, .10f, .085f), 0);
    PART(extrude(r - .30f + .30f * (y + .60f), y + .60f, .10f, .05f), 3);
    float wr = len2(x, y - .14f);
    PART(len2(wr - .205f, z - .475f) - .062f, 2);
    PART(len3(x, y - .14f, z - .32f) - .23f, 6);
    float flame = smin(spindle(r, y + .90f, .27f, .62f, .05f), spindle(len2(fx, fz - .16f), y + .80f, .16f, .36f, .05f), .10f);
    PART(flame, 5);
    *material = m;
    return d;
}

INLINE float trophy(float x, float y, float z, int variant, float *material) {
    float r = len2(x, z), ax = abs1(x), m = 0;
    /* bowl: ellipsoid cut flat at the top and hollowed, with a rolled lip */
    float bowl = ellipsoid(r, y - .70f, 0, .60f, .98f, .60f);
    bowl = smax(smax(bowl, y - .80f, .04f), -bowl - .09f, .05f);
    float d = min1(bowl, len2(r - .565f, y - .80f) - .065f);
    /* handles */
    float hx = ax - .60f, hy = y - .40f, k = len2(hx / .36f, hy / .29f);
    float handle = len2((k - 1) * .30f, z) - .075f;
    d = smin(d, max1(handle, .50f - ax), .05f);
    /* stem and foot */
    float stem = extrude(r - .10f - .45f * (y + .44f) * (y + .44f), y + .42f, .26f, .03f) * .9f;
    d = smin(d, stem, .06f);
    d = min1(d, len2(max1(r - .12f, 0), y + .34f) - .075f);
    d = smin(d, extrude(r - .36f, y + .67f, .06f, .05f), .10f);
    PART(extrude(r - .52f + .20f * (y + .98f), y + .93f, .21f, .06f) * .95f, 1);
    PART(box3(x, y + .93f, z - .51f, .24f, .09f, .055f, .04f), 2);
    if (variant == 0) {
        float s = smax(star(x, y - .38f, .29f) - .045f, abs1(bowl) - .05f, .045f);
        PART(max1(s, -z) * .9f, 1);
    }
    *material = m;
    return d;
}

INLINE float safe(float x, float y, float z, int variant, float *material) {
    (void)variant;
    float ax = abs1(x), m = 0, Y = y - .06f, door = box2(x, Y, .66f, .64f, .12f);
    float d = box3(x, Y, z, .90f, .88f, .76f, .17f);
    d = smax(d, -max1(door, .68f - z), .03f);
    PART(box3(ax - .56f, y + .90f, abs1(z) - .42f, .19f, .16f, .19f, .07f), 3);
    PART(extrude(door + .035f, z - .70f, .10f, .06f), 1);
    /* hinges on the left, bolt plate on the right */
    PART(len3(x + .70f, max1(abs1(abs1(Y) - .34f) - .10f, 0), z - .77f) - .07f, 2);
    /* dial: plate, ring, hand wheel */
    float r = len2(x, Y), a = max1(ax, abs1(Y)), b = min1(ax, abs1(Y));
    float tick = min1(b, (a - b) * .7071f);
    PART(disc(x, Y, z - .80f, .40f, .05f, .03f), tick < .022f && r > .25f ? 3 : 4);
    PART(len2(r - .39f, z - .82f) - .055f, 2);
    float wx = x, wy = Y;
    FOLD3(wx, wy);
    float spoke = len3(wx, wy - clamp(wy, 0, .30f), z - .95f) - .052f;
    spoke = min1(spoke, len3(wx, wy - .32f, z - .96f) - .088f);
    spoke = smin(spoke, disc(x, Y, z - .90f, .13f, .12f, .05f), .04f);
    PART(spoke, 2);
    *material = m;
    return d;
}

#undef FOLD3
